import * as Y from 'yjs'
import { bodyText, isEnd, isHead } from './roots.ts'

/** Letters that were put in one after the other, by their Yjs ids; as long as the text, in UTF-16 units. */
export type LetterRange = Readonly<{ client: number; clock: number; length: number }>

/** The ids of the letters of each piece, in the order of `readPieces`. */
export function pieceLetters(doc: Y.Doc): readonly (readonly LetterRange[])[] {
  const pieces: { letters: LetterRange[]; closed: boolean }[] = []
  for (let item = bodyText(doc)._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const embed = item.content instanceof Y.ContentEmbed ? item.content.embed : undefined
    const last = pieces.at(-1)
    if (isHead(embed)) pieces.push({ letters: [], closed: false })
    else if (isEnd(embed) && last && !last.closed) last.closed = true
    else {
      const open = last && !last.closed ? last : { letters: [], closed: isEnd(embed) }
      if (open !== last) pieces.push(open)
      if (!isEnd(embed)) open.letters.push({ ...item.id, length: item.length })
    }
  }
  return pieces.map((piece) => piece.letters)
}

/** The letters between two offsets of a text. */
export function sliceLetters(
  letters: readonly LetterRange[],
  from: number,
  to: number,
): readonly LetterRange[] {
  let start = 0
  return letters.flatMap(({ client, clock, length }) => {
    const [first, end] = [Math.max(from - start, 0), Math.min(to - start, length)]
    start += length
    return end > first ? [{ client, clock: clock + first, length: end - first }] : []
  })
}
