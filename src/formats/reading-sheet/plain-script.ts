import type { SpokenScript } from '#domain/spoken/spoken-script.ts'

/**
 * The script for boards that read typed text: UTF-8 without a byte order mark, a paragraph a line, an empty line
 * between them (the board's pause), every paragraph closed by a stop so that the voice falls.
 */
export function writePlainScript(script: SpokenScript): string {
  return `${script.paragraphs.map(({ text }) => closed(text)).join('\n\n')}\n`
}

function closed(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim()
  return /[.!?…:;]["”’»)]*$/u.test(line) ? line : `${line}.`
}
