import { conversionTable, convert } from './longest-match.ts'

/**
 * VNI for Windows: a letter and a mark that follows it, in Latin-1 characters; ơ, ư, đ, ỉ, ĩ, ị, í, ì and ỵ are
 * one character. A capital's mark is a capital too ("AÙ").
 */
const marksOfA = { á: 'aù', à: 'aø', ả: 'aû', ã: 'aõ', ạ: 'aï' }
const lower: Readonly<Record<string, string>> = {
  ...marksOfA,
  ă: 'aê',
  ắ: 'aé',
  ằ: 'aè',
  ẳ: 'aú',
  ẵ: 'aü',
  ặ: 'aë',
  â: 'aâ',
  ấ: 'aá',
  ầ: 'aà',
  ẩ: 'aå',
  ẫ: 'aã',
  ậ: 'aä',
  đ: 'ñ',
  é: 'eù',
  è: 'eø',
  ẻ: 'eû',
  ẽ: 'eõ',
  ẹ: 'eï',
  ê: 'eâ',
  ế: 'eá',
  ề: 'eà',
  ể: 'eå',
  ễ: 'eã',
  ệ: 'eä',
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ó: 'où',
  ò: 'oø',
  ỏ: 'oû',
  õ: 'oõ',
  ọ: 'oï',
  ô: 'oâ',
  ố: 'oá',
  ồ: 'oà',
  ổ: 'oå',
  ỗ: 'oã',
  ộ: 'oä',
  ơ: 'ô',
  ớ: 'ôù',
  ờ: 'ôø',
  ở: 'ôû',
  ỡ: 'ôõ',
  ợ: 'ôï',
  ú: 'uù',
  ù: 'uø',
  ủ: 'uû',
  ũ: 'uõ',
  ụ: 'uï',
  ư: 'ö',
  ứ: 'öù',
  ừ: 'öø',
  ử: 'öû',
  ữ: 'öõ',
  ự: 'öï',
  ý: 'yù',
  ỳ: 'yø',
  ỷ: 'yû',
  ỹ: 'yõ',
  ỵ: 'î',
}

function* pairs(): Generator<readonly [string, string]> {
  for (const [letter, code] of Object.entries(lower)) {
    yield [letter, code]
    yield [letter.toUpperCase(), code.toUpperCase()]
  }
}

/** A capital letter with a small mark, as some keyboards left it: "Aù". */
function* mixed(): Generator<readonly [string, string]> {
  for (const [letter, code] of Object.entries(lower)) {
    if (code.length < 2) continue
    yield [letter.toUpperCase(), code.charAt(0).toUpperCase() + code.slice(1)]
  }
}

const encoding = conversionTable(pairs())
const decoding = conversionTable([...mixed(), ...pairs()].map(([letter, code]) => [code, letter] as const))

/** VNI characters to Unicode. */
export function decodeVni(text: string): string {
  return convert(text, decoding)
}

/** Unicode (NFC) to VNI characters; letters it does not know stay. */
export function encodeVni(text: string): string {
  return convert(text, encoding)
}

/** A mark that belongs to the letter before it: a file may part the two between runs. */
export const leadingVniMark = /^[ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]/
