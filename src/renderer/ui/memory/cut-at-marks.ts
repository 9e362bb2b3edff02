import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'

/** A stretch of the words to mark, in UTF-16 units of the words without codes. */
export type TextMark = Readonly<{ start: number; end: number; mark: string }>
export type MarkedPart = Readonly<{ words: string; marks: readonly string[] }> | InlineCode

/** A coded text in parts that are marked alike as a whole. */
export function cutAtMarks(text: CodedText, marks: readonly TextMark[]): readonly MarkedPart[] {
  const cuts = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let begun = 0
  return text.flatMap((part): readonly MarkedPart[] => {
    if (typeof part !== 'string') return [part]
    const start = begun
    begun += part.length
    const ends = [start, ...cuts.filter((at) => at > start && at < begun), begun]
    return ends.slice(1).flatMap((end, at) => {
      const from = ends[at] ?? start
      const words = part.slice(from - start, end - start)
      const over = marks.filter((mark) => mark.start < end && mark.end > from).map(({ mark }) => mark)
      return words === '' ? [] : [{ words, marks: [...new Set(over)] }]
    })
  })
}
