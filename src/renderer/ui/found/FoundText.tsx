import type { ReactNode } from 'react'
import { foundWords } from '#domain/found-words.ts'

/** A text with the words of a search marked in it (LANG1); as it is without a search. */
export function FoundText({ text, query }: Readonly<{ text: string; query: string }>): ReactNode {
  if (query.trim() === '') return text
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of foundWords(text, query)) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className="tt-found">
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return [...parts, text.slice(at)]
}
