import styles from './MarkedWords.module.css'
import { type PhraseMark, phraseMarks } from './phrase-marks.ts'

type Props = Readonly<{ text: string; query: string }>

/** A text with the places of what was looked for. */
export function MarkedWords({ text, query }: Props) {
  return piecesOf(text, phraseMarks(text, query)).map(({ start, words, marked }) =>
    marked ? (
      <mark key={start} className={styles['mark']}>
        {words}
      </mark>
    ) : (
      <span key={start}>{words}</span>
    ),
  )
}

type Piece = Readonly<{ start: number; words: string; marked: boolean }>

/** Marks that overlap are one. */
function piecesOf(text: string, marks: readonly PhraseMark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const take = (end: number, marked: boolean) => {
    if (end > at) pieces.push({ start: at, words: text.slice(at, end), marked })
    at = Math.max(at, end)
  }
  for (const { start, end } of marks) {
    take(start, false)
    take(end, true)
  }
  take(text.length, false)
  return pieces
}
