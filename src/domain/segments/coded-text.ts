import type { Marks } from '../blocks.ts'

/**
 * One end of an inline code. A pair shares its number, counted from 1 in the order the pairs open in the source;
 * a target's codes carry the numbers of the source's codes they stand for. `single` stands alone: our own texts have
 * none (a line break ends a segment), imported ones do.
 */
export type InlineCode = Readonly<{
  code: 'open' | 'close' | 'single'
  number: number
  /** What it does; `other` is a code of another program, kept as it came. */
  mark: keyof Marks | 'other'
  /** A link's address, the original of an `other` code; `''` for the rest. */
  value: string
}>

/** A text whose formatting is set apart from its words: what is counted, matched and compared is the strings alone. */
export type CodedText = readonly (string | InlineCode)[]

/** The words without the codes. */
export function plainText(text: CodedText): string {
  return text.filter((part) => typeof part === 'string').join('')
}
