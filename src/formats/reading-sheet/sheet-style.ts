/** A4, black on white, type for reading at arm's length under a lamp. */
export const sheetStyle = `
@page { size: A4; margin: 18mm 16mm; }
body { font: 17pt/1.7 "Be Vietnam Pro", "Noto Sans", "Segoe UI", Arial, sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 178mm; }
header p { margin: 0; font-size: 12pt; } h1 { font-size: 20pt; line-height: 1.3; margin: 2mm 0; }
section { margin-top: 6mm; } .line { display: flex; gap: 4mm; margin: 0 0 2mm; break-inside: avoid; }
.number { flex: 0 0 9mm; text-align: right; font-size: 10pt; color: #555; } .time, .pause { font-size: 11pt; color: #444; margin: 0; break-after: avoid; }
small { font-size: 10pt; color: #555; margin: 0 0.3em; vertical-align: super; line-height: 1; }
.choice { outline: 1.5pt dashed #a33; } .foreign { text-decoration: underline dotted; } .preview { border: 2pt solid #a00; padding: 2mm; text-align: center; font-weight: bold; }
aside { margin-top: 8mm; border-top: 1pt solid #999; font-size: 12pt; break-inside: avoid; } h2 { font-size: 13pt; }
`
