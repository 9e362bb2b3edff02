/**
 * The one place where text is counted (TEXT1). Every count says its unit.
 */
export type TextCount = Readonly<{
  /** Vietnamese length: syllables written apart (`chữ`); each ideograph counts as one. */
  chu: number
  /** User-perceived characters, spaces included. */
  graphemes: number
  /** Silent reading at the language's usual pace, in seconds. */
  readingSeconds: number
}>

/**
 * `chữ` (or words, or ideographs) read in a minute. en, zh, ko after Brysbaert 2019 ("How many words do we
 * read per minute?", table of languages); vi has no published figure: ours, near the English one.
 */
const readingPace: Readonly<Record<string, number>> = { vi: 240, en: 238, zh: 260, ko: 226 }
const usualPace = 238

const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const token = /\S+/gu
const wordCharacter = /[\p{L}\p{N}]/u
const simpleText = /^[\u0020-\u007e\u00a0-\u02ff\u1e00-\u1eff\n]*$/u

/**
 * Length in `chữ`: tokens between spaces that hold a letter or a digit ("24/11", "km/h" are one), and every
 * ideograph by itself. A dash or an ellipsis standing alone is nothing.
 */
export function countChu(text: string): number {
  const ideographs = text.match(ideograph)?.length ?? 0
  const rest = ideographs === 0 ? text : text.replace(ideograph, ' ')
  let tokens = 0
  for (const [word] of rest.matchAll(token)) if (wordCharacter.test(word)) tokens += 1
  return ideographs + tokens
}

/** User-perceived characters (Unicode UAX #29 extended grapheme clusters). */
export function countGraphemes(text: string): number {
  // Precomposed Latin text has one code unit a grapheme: an article is counted many times an hour.
  if (simpleText.test(text)) return text.length
  let count = 0
  for (const _ of graphemeSegmenter.segment(text)) count += 1
  return count
}

/** Length of a UTF-8 encoding in bytes. */
export function countUtf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** All counts of one text; `language` is a BCP 47 tag and only sets the reading pace. */
export function countText(text: string, language: string): TextCount {
  const chu = countChu(text)
  const pace = readingPace[language.split('-')[0] ?? ''] ?? usualPace
  return { chu, graphemes: countGraphemes(text), readingSeconds: Math.round((chu / pace) * 60) }
}

/** Length in UTF-16 units, as many platforms count characters. */
export function countUtf16(text: string): number {
  return text.length
}

const wideCharacter =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{1f1e6}-\u{1f1ff}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u

/**
 * Columns of half width: what Unicode calls wide or fullwidth (UAX #11, East Asian Width W and F) is two, any other
 * character that a reader sees is one.
 */
export function countHalfWidth(text: string): number {
  if (simpleText.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemeSegmenter.segment(text)) columns += wideCharacter.test(segment) ? 2 : 1
  return columns
}
