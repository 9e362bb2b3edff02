import { foldText, queryPhrases } from './folding.ts'

/** A stretch of a text, in UTF-16 units. */
export type FoundRange = Readonly<{ start: number; end: number }>

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}\p{Cf}])+/gu

type Word = FoundRange & Readonly<{ folded: string; letters: string }>
type Place = FoundRange & Readonly<{ isWhole: boolean }>

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    folded: foldText(found).trim(),
    letters: found,
  }))
}

/**
 * Where the words of a query stand in a text, as the full-text search finds them (LANG1): phrase by phrase, the
 * last one also as the beginning of a word, for it may still be being typed. Left to right, without overlap.
 */
export function foundWords(text: string, query: string): readonly FoundRange[] {
  return joined(foundPhrases(text, query).flat())
}

/** For each phrase of the query its places in the text. */
function foundPhrases(text: string, query: string): readonly (readonly Place[])[] {
  const phrases = queryPhrases(query)
  const folded = foldText(text)
  // Most texts hold none of the words, and folding them whole is cheaper than word by word.
  if (!phrases.some((phrase) => folded.includes(phrase.split(' ')[0] ?? phrase))) return []
  const words = wordsOf(text)
  return phrases.map((phrase, at) => placesOf(phrase.split(' '), words, at === phrases.length - 1))
}

function placesOf(tokens: readonly string[], words: readonly Word[], isLast: boolean): readonly Place[] {
  return words.flatMap((first, at) => {
    const final = words[at + tokens.length - 1]
    const matches = tokens.every((token, step) => {
      const folded = words[at + step]?.folded ?? ''
      return isLast && step === tokens.length - 1 ? folded.startsWith(token) : folded === token
    })
    if (!matches || !final) return []
    const typed = tokens.at(-1) ?? ''
    return [{ start: first.start, end: beginningEnd(final, typed), isWhole: final.folded === typed }]
  })
}

/** Where in a text the part of a word ends that folds to what was typed of it. */
function beginningEnd(found: Word, typed: string): number {
  if (found.folded === typed) return found.end
  let at = 0
  for (const letter of found.letters) {
    at += letter.length
    if (foldText(found.letters.slice(0, at)).trim().length >= typed.length) break
  }
  // A mark that is written behind its letter belongs to it.
  const marks = /^\p{M}*/u.exec(found.letters.slice(at))?.[0] ?? ''
  return found.start + at + marks.length
}

function joined(ranges: readonly FoundRange[]): readonly FoundRange[] {
  const result: FoundRange[] = []
  for (const range of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = result.at(-1)
    if (last && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else result.push({ start: range.start, end: range.end })
  }
  return result
}

/**
 * A line of at most about `length` characters around the first place in `texts` that holds most of the query's
 * phrases, whole words before beginnings, on one line and with "…" where it was cut; null where none holds any.
 */
export function passageAround(texts: readonly string[], query: string, length = 150): string | null {
  let best = { worth: 0, text: '', at: 0 }
  for (const each of texts) {
    const text = each.replace(/\s+/gu, ' ').trim()
    const places = foundPhrases(text, query).filter((found) => found.length > 0)
    const worth = places.reduce((sum, found) => sum + (found.some(({ isWhole }) => isWhole) ? 2 : 1), 0)
    if (worth <= best.worth) continue
    best = { worth, text, at: Math.min(...places.map(([first]) => first?.start ?? 0)) }
  }
  return best.worth === 0 ? null : cutAround(best.text, best.at, length)
}

/** What comes before a match: enough to read it in, little enough that it stands in the first line of a narrow list. */
const leading = 24

function cutAround(text: string, at: number, length: number): string {
  const start = at <= leading ? 0 : wordStart(text, at - leading)
  const end = start + length >= text.length ? text.length : wordStart(text, start + length)
  const passage = text.slice(start, end).trim()
  return `${start > 0 ? '… ' : ''}${passage}${end < text.length ? ' …' : ''}`
}

/** The beginning of a word at or soon after a place; in a script without spaces the next whole character. */
function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  if (space >= 0 && space - from < leading) return space + 1
  const unit = text.charCodeAt(from)
  return unit >= 0xdc00 && unit < 0xe000 ? from + 1 : from
}
