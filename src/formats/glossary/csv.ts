export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/**
 * Rows of a text with separated values (RFC 4180, and what spreadsheets make of it): quoted fields may hold
 * separators, line breaks and doubled quotes. A quote that never closes ends with the text. Blank lines are rows with
 * one empty field.
 */
export function readCsv(text: string, separator: Separator): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at <= text.length) {
    const field = readField(text, at, separator)
    row.push(unguarded(field.value))
    at = field.end + 1
    if (text[field.end] === separator) continue
    rows.push(row)
    row = []
    if (text[field.end] === '\r' && text[at] === '\n') at += 1
    if (field.end >= text.length || at >= text.length) break
  }
  return rows
}

/** A field from `at`; `end` is the separator or line break behind it, or the text's length. */
function readField(text: string, at: number, separator: string): Readonly<{ value: string; end: number }> {
  if (text[at] !== '"') {
    let end = at
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
    return { value: text.slice(at, end), end }
  }
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { value: value + text.slice(from), end: text.length }
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const rest = readField(text, quote + 1, separator)
      return text[quote + 1] === '"' ? rest : { value: value + rest.value, end: rest.end }
    }
    value += '"'
    from = quote + 2
  }
}

/** The separator that cuts the first lines into the most fields, and into as many in each. */
export function detectSeparator(text: string): Separator {
  const sample = text.slice(0, 20_000)
  const scored = separators.map((separator) => {
    const counts = readCsv(sample, separator)
      .slice(0, 20)
      .filter((row) => row.some((field) => field.trim() !== ''))
      .map((row) => row.length)
    const fewest = Math.min(...counts)
    const alike = counts.filter((count) => count === counts[0]).length / Math.max(1, counts.length)
    return { separator, score: fewest > 1 ? fewest * alike : 0 }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator
}

/** With a byte order mark, so that a spreadsheet reads Vietnamese; lines end as RFC 4180 has it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('')}`
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which reading takes off. */
const formula = /^'*[=+\-@\t\r]/

function writeField(value: string): string {
  const guarded = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}

function unguarded(value: string): string {
  return /^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value
}
