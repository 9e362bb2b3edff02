import type { DiffPiece } from '#domain/text-diff.ts'

/** From one text to another, only what changed standing out; each piece is a word or more. */
export function Differences({ pieces }: Readonly<{ pieces: readonly DiffPiece[] }>) {
  let at = 0
  return pieces.map(({ change, text }) => {
    const key = `${at}${change}`
    at += text.length
    if (change === 'removed') return <del key={key}>{text}</del>
    if (change === 'added') return <ins key={key}>{text}</ins>
    return <span key={key}>{text}</span>
  })
}
