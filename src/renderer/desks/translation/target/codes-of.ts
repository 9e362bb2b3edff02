import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'

/** A pair of the source, or a code that stands alone, as it is put into a target. */
export type CodeUnit = readonly [InlineCode] | readonly [InlineCode, InlineCode]

function codesIn(text: CodedText): readonly InlineCode[] {
  return text.filter((part) => typeof part !== 'string')
}

/** The codes of the source that the target has not, in the order in which the source opens them. */
export function missingCodes(source: CodedText, target: CodedText): readonly CodeUnit[] {
  const there = new Set(codesIn(target).map(({ number }) => number))
  const codes = codesIn(source)
  return codes.flatMap((code): readonly CodeUnit[] => {
    if (there.has(code.number) || code.code === 'close') return []
    if (code.code === 'single') return [[code]]
    const close = codes.find((other) => other.code === 'close' && other.number === code.number)
    return close ? [[code, close]] : []
  })
}

/** What is kept of a text: a pair without words between is formatting of nothing, and does not come back from disk. */
export function withoutEmptyPairs(text: CodedText): CodedText {
  const parts: CodedText[number][] = []
  for (const part of text) {
    const last = parts.at(-1)
    if (typeof part === 'string') {
      if (typeof last === 'string') parts[parts.length - 1] = last + part
      else parts.push(part)
      continue
    }
    const opened = part.code === 'close' && typeof last === 'object' && last.code === 'open'
    if (opened && last.number === part.number) parts.pop()
    else parts.push(part)
  }
  return parts
}

/** Equal to the letter and to the chip. */
export function sameText(one: CodedText, other: CodedText): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
