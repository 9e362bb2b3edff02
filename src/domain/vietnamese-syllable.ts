/**
 * Whether a word can be a Vietnamese syllable: an initial, a vowel group, a final, one tone. Written from the
 * spelling rules, not from a word list; both tone placements (hòa, hoà) pass. It tells real Vietnamese from
 * text read in the wrong encoding, nothing more.
 */
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g
const initial = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?'
const nucleus =
  '(?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|iêu|yêu|ươi|ươu|uyê|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uo|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])'
const final = '(?:ngh|ng|nh|ch|[cmnpt])?'
const shape = new RegExp(`^${initial}${nucleus}${final}$`)
const stopped = /(?:ch|[cpt])$/

export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(toneMarks) ?? []
  if (tones.length > 1) return false
  const bare = decomposed.replace(toneMarks, '').normalize('NFC')
  if (!shape.test(bare)) return false
  // A syllable closed by a stop carries only the sắc or the nặng tone.
  return !stopped.test(bare) || tones.length === 0 || tones[0] === '\u0301' || tones[0] === '\u0323'
}

/** Letters that only Vietnamese text in Unicode holds: no legacy encoding shows them. */
const unmistakable = /[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]/

export function hasVietnameseLetters(text: string): boolean {
  return unmistakable.test(text.normalize('NFC'))
}
