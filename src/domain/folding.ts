const combiningMark = /[\u0300-\u036f]/gu
const syllabic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const invisible = /[\p{Cf}\u00ad]/gu

/**
 * Text for searching (LANG1): case, diacritics, đ and so the place of a tone mark do not matter (hòa = hoà =
 * hoa). Chinese, Japanese and Korean characters are set apart, so that a part of a phrase is found as a
 * sequence of tokens. What it returns is for indexes only and never shown.
 */
export function foldText(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFD')
    .replace(combiningMark, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(syllabic, ' $& ')
}

const queryPart = /"([^"]+)"|\S+/gu

/**
 * The phrases of a query, folded as the index is: what stands in double quotes is one, else each word; a word
 * that the index breaks up ("km/h", 太原) is the sequence of its tokens. A phrase is tokens joined by spaces.
 */
export function queryPhrases(query: string): readonly string[] {
  return [...query.matchAll(queryPart)].flatMap(([part, quoted]) => {
    const tokens = foldText(quoted ?? part).match(/[\p{L}\p{N}]+/gu)
    return tokens ? [tokens.join(' ')] : []
  })
}

const vietnameseAlphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const toneMarks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/**
 * A key that sorts bytewise as a Vietnamese dictionary does: letters first (ă after a, đ after d), then tones
 * (ngang, huyền, hỏi, ngã, sắc, nặng). Other scripts sort by code point behind.
 */
export function collationKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const character of text.toLowerCase().normalize('NFC')) {
    const parts = character.normalize('NFD')
    const tone = toneMarks.findIndex((mark) => parts.includes(mark))
    const letter = (tone < 0 ? parts : parts.replaceAll(toneMarks[tone] ?? '', '')).normalize('NFC')
    const place = vietnameseAlphabet.indexOf(letter)
    letters += place < 0 ? letter : String.fromCharCode(0x61 + place)
    tones += String.fromCharCode(0x30 + tone + 1)
  }
  return `${letters}\u0001${tones}`
}

const lateTones: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}
const lateTone = new RegExp(`(?<!q)(?:${Object.keys(lateTones).join('|')})(?!\\p{L})`, 'giu')

/**
 * NFC text with the tone of an open syllable on its first vowel, as newspapers write it (hoà → hòa): both
 * spellings are one word (LANG1). Lengths do not change.
 */
export function unifyTonePlacement(text: string): string {
  return text.replace(lateTone, (syllable) => {
    const early = lateTones[syllable.toLowerCase()] ?? syllable
    return [...early].map((letter, at) => sameCase(letter, syllable[at] ?? '')).join('')
  })
}

function sameCase(letter: string, model: string): string {
  return model === model.toLowerCase() ? letter : letter.toUpperCase()
}
