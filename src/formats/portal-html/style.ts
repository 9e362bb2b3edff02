import type { PortalTemplate } from '#domain/package-manifest.ts'

/**
 * Faces with all Vietnamese letters and their own quotation marks come first: where none of them is installed, the
 * system's serif may be a Chinese one, whose “ ” are as wide as a character.
 */
const serif =
  '"Source Serif 4",Georgia,Cambria,"Noto Serif","Times New Roman","Liberation Serif","DejaVu Serif",serif'
const sans =
  '"Be Vietnam Pro",system-ui,"Segoe UI","Noto Sans",Arial,"Liberation Sans","DejaVu Sans",sans-serif'
/** Chinese and Korean readers expect their own faces, quotation marks included. */
const chinese = '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
const korean = '"Noto Serif CJK KR","Source Han Serif KR",AppleMyungjo,Batang,serif'

const faces: Readonly<Record<PortalTemplate, readonly string[]>> = {
  1: [
    'body{margin:0 auto;padding:1rem;max-width:44rem;font:1.125rem/1.65 "Source Serif 4",Georgia,"Noto Serif",serif}',
  ],
  2: [
    `body{margin:0 auto;padding:1rem;max-width:44rem;font:1.125rem/1.65 ${serif}}`,
    `body:lang(zh){font-family:${chinese}}`,
    `body:lang(ko){font-family:${korean}}`,
  ],
}
const smallFaces: Readonly<Record<PortalTemplate, string>> = {
  1: '"Be Vietnam Pro",system-ui,sans-serif',
  2: sans,
}

/** The whole style of a page: readable at any width, light or dark, with stacked Vietnamese marks in mind. */
export function pageStyle(template: PortalTemplate): string {
  return [
    ':root{color-scheme:light dark}',
    ...faces[template],
    'h1{font-size:2rem;line-height:1.3;margin:.5rem 0}',
    'h2{font-size:1.35rem;line-height:1.4;margin:1.5rem 0 .5rem}',
    '.lead{font-weight:600}',
    `.meta,.byline,figcaption{font-family:${smallFaces[template]};font-size:.95rem}`,
    '.byline{font-weight:600;text-align:end}',
    '.preview{border:3px solid #b00020;padding:.5rem 1rem;font-weight:700}',
    'figure{margin:1.5rem 0}',
    'img{max-width:100%;height:auto}',
    '.credit{font-style:italic}',
    'blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:4px solid currentColor}',
  ].join('')
}
