import type { CodedText } from '#domain/segments/coded-text.ts'
import { numberLike } from '#domain/segments/inline-codes.ts'

/**
 * A match's target as it is written for a source: its codes become those of the source that do the same; codes that
 * the source has not are left behind. Line breaks stay only where the row may have them.
 */
export function takenMatch(source: CodedText, target: CodedText, breaks: boolean): CodedText {
  const known = new Set(source.flatMap((part) => (typeof part === 'string' ? [] : [part.number])))
  const parts: CodedText[number][] = []
  for (const part of numberLike(source, target)) {
    const last = parts.at(-1)
    if (typeof part !== 'string') {
      if (known.has(part.number)) parts.push(part)
      continue
    }
    const words = breaks ? part : part.replaceAll(/\s*\n\s*/g, ' ')
    if (typeof last === 'string') parts[parts.length - 1] = last + words
    else parts.push(words)
  }
  return parts
}
