import pace from '#resources/spoken/pace.json' with { type: 'json' }

/** How fast a reader reads, in syllables a second (`default`, and what may be set). */
export const readingPace: Readonly<{ default: number; minimum: number; maximum: number }> =
  pace.syllablesPerSecond

/** Seconds of silence at a comma, at the end of a sentence and between paragraphs. */
export const readingPauses: Readonly<{ comma: number; sentence: number; paragraph: number }> =
  pace.pauseSeconds

const eastern = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const part = /[\p{L}\p{M}]+/gu
const vowels = /[aeiouyăâêôơư]+/giu

/**
 * Syllables of a spoken text (TEXT1 counts what is written; this what is said): Vietnamese words are one each,
 * "ki-lô-mét" three, a foreign word as many as it has groups of vowels, every ideograph one.
 */
export function countSyllables(spoken: string): number {
  const ideographs = spoken.match(eastern)?.length ?? 0
  const words = spoken.replace(eastern, ' ').match(part) ?? []
  return words.reduce((sum, word) => sum + syllablesOf(word), ideographs)
}

function syllablesOf(word: string): number {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '')
  const groups = bare.match(vowels)?.length ?? 1
  // A Vietnamese syllable has at most seven letters and one group of vowels; "ngh" and the like add none.
  return Math.max(1, groups)
}

/** Seconds to read one paragraph aloud at `pace` syllables a second, its own pauses with it. */
export function readingSeconds(spoken: string, syllablesPerSecond = readingPace.default): number {
  const sentences = spoken.match(/[.!?…]+(?=\s|$)/gu)?.length ?? 0
  const commas = spoken.match(/[,;:–—]/gu)?.length ?? 0
  const inner = Math.max(0, sentences - 1)
  const silence = inner * readingPauses.sentence + commas * readingPauses.comma
  return countSyllables(spoken) / syllablesPerSecond + silence
}
