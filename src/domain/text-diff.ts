import diff from 'fast-diff'

export type DiffPiece = Readonly<{ change: 'same' | 'removed' | 'added'; text: string }>

const token =
  /\s+|\p{N}+(?:[.,:/]\p{N}+)+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+|./gsu
/** The private use area and what follows it up to the last code point that needs no surrogate check. */
const firstPrivate = 0xe000
const changes = { '-1': 'removed', '0': 'same', '1': 'added' } as const

/**
 * A readable difference of two texts: whole words change, not letters inside them (an edited tone mark shows
 * the word), and whole numbers, dates and times with their separators (12.500, 24/11, 14:02); ideographs and Hangul syllables change one by one.
 */
export function diffTexts(from: string, to: string): readonly DiffPiece[] {
  if (from === to) return from === '' ? [] : [{ change: 'same', text: from }]
  const words: string[] = []
  const codes = new Map<string, string>()
  const encode = (text: string) =>
    (text.match(token) ?? []).map((word) => codeOf(word, words, codes)).join('')
  const left = encode(from)
  const right = encode(to)
  return diff(left, right).map(([operation, encoded]) => ({
    change: changes[`${operation}`],
    text: Array.from(encoded, (code) => words[decodeIndex(code)] ?? '').join(''),
  }))
}

function codeOf(word: string, words: string[], codes: Map<string, string>): string {
  const known = codes.get(word)
  if (known) return known
  const code = encodeIndex(words.length)
  words.push(word)
  codes.set(word, code)
  return code
}

// Indexes skip the surrogates, so that one index is one code unit up to 63,488 different words.
function encodeIndex(index: number): string {
  return String.fromCharCode(index < 0xd800 ? index : index - 0xd800 + firstPrivate)
}

function decodeIndex(code: string): number {
  const unit = code.charCodeAt(0)
  return unit < 0xd800 ? unit : unit - firstPrivate + 0xd800
}
