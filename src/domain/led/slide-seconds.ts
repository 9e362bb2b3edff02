import rules from '#resources/led/slides.json' with { type: 'json' }

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Words of a slide for its time: ideographs count 1.7 to a word. */
export function slideWords(text: string): number {
  const ideographs = text.match(ideograph)?.length ?? 0
  const words = text
    .replace(ideograph, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return words + ideographs / rules.ideographsPerWord
}

/** Seconds a slide stands, in fifths of a second so that 25 frames a second hold it exactly. */
export function slideSeconds(text: string): number {
  const seconds = Math.ceil(slideWords(text) * rules.secondsPerWord * 5) / 5
  return Math.min(rules.maximumSeconds, Math.max(rules.minimumSeconds, seconds))
}
