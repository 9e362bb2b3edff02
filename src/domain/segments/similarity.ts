const cjk = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The letters of a text in overlapping stretches, counted: of three letters, of two where a letter is a syllable. */
export type Grams = Readonly<{ counts: ReadonlyMap<string, number>; size: number }>

export function gramsOf(text: string): Grams {
  const letters = ` ${text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()} `
  const length = cjk.test(text) ? 2 : 3
  const counts = new Map<string, number>()
  let size = 0
  for (let at = 0; at + length <= letters.length; at += 1) {
    const gram = letters.slice(at, at + length)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
    size += 1
  }
  return { counts, size }
}

/** How alike two texts are, from 0 to 1 (Dice), and how much of each is in the other. */
export type Likeness = Readonly<{ likeness: number; leftInRight: number; rightInLeft: number }>

export function compareGrams(left: Grams, right: Grams): Likeness {
  const [small, large] = left.counts.size < right.counts.size ? [left, right] : [right, left]
  let shared = 0
  for (const [gram, count] of small.counts) shared += Math.min(count, large.counts.get(gram) ?? 0)
  const share = (size: number) => (size === 0 ? 0 : shared / size)
  return {
    likeness: share((left.size + right.size) / 2),
    leftInRight: share(left.size),
    rightInLeft: share(right.size),
  }
}
