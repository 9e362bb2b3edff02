import type { InlineCode } from '#domain/segments/coded-text.ts'

const letters: Readonly<Record<InlineCode['mark'], string>> = {
  bold: 'B',
  italic: 'I',
  underline: 'U',
  link: '↗',
  other: '◇',
}

/** What a chip says: its mark's letter and its number, pointing to the words it encloses. */
export function codeLabel({ code, mark, number }: InlineCode): string {
  const name = `${letters[mark]}${number}`
  if (code === 'open') return `${name}‹`
  return code === 'close' ? `›${name}` : name
}
