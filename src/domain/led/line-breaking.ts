/** What may not begin a line, and what may not end one (W3C clreq, klreq: marks that close and open). */
const closes = /^[\p{Pe}\p{Pf}、。，．！？；：…～％%,.!?;:]/u
const opens = /[\p{Ps}\p{Pi}]$/u
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** A stretch that stays whole on a line; `space` where one stands before it. */
export type Word = Readonly<{ text: string; space: boolean }>

/**
 * Words between spaces whole; ideographs one by one, with the marks that belong to them. `hangul` also parts Korean
 * between its syllable blocks, as narrow columns do (W3C klreq).
 */
export function wordsOf(text: string, hangul = false): readonly Word[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => partsOf(word, hangul).map((part, at) => ({ text: part, space: at === 0 })))
}

function partsOf(word: string, hangul: boolean): readonly string[] {
  const parts: string[] = []
  for (const letter of word) {
    const last = parts.at(-1)
    const joined =
      last !== undefined && (closes.test(letter) || opens.test(last) || bothWhole(last, letter, hangul))
    if (joined) parts[parts.length - 1] = last + letter
    else parts.push(letter)
  }
  return parts
}

function bothWhole(last: string, letter: string, hangul: boolean): boolean {
  const parts = (each: string) => eastern.test(each) || (hangul && /\p{Script=Hangul}/u.test(each))
  return !parts(letter) && !parts(last.at(-1) ?? '')
}

export function joinWords(words: readonly Word[]): string {
  return words.map(({ text, space }, at) => (space && at > 0 ? ` ${text}` : text)).join('')
}

/**
 * Lines at most `width` wide, greedily. A word wider than a line has a line of its own: the caller has made sure
 * that there is none.
 */
export function breakLines(
  words: readonly Word[],
  width: number,
  measure: (text: string) => number,
): readonly (readonly Word[])[] {
  const lines: Word[][] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last && measure(joinWords([...last, word])) <= width) last.push(word)
    else lines.push([word])
  }
  return lines
}
