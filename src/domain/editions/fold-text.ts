const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * What a feed shows of a text before its "See more": at most `units` UTF-16 units, cut between words where one is
 * near and never inside a character. Null when the text is shown whole.
 */
export function foldText(text: string, units: number): string | null {
  if (text.length <= units) return null
  let end = 0
  for (const { index, segment } of segmenter.segment(text.slice(0, units + 64))) {
    if (index + segment.length > units) break
    end = index + segment.length
  }
  const shown = text.slice(0, end)
  const isWithin = /\S/u.test(text.charAt(end))
  const space = shown.search(/\s\S*$/u)
  return isWithin && space > units * 0.6 ? shown.slice(0, space) : shown.trimEnd()
}
