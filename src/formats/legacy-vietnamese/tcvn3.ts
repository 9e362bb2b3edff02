import { conversionTable, convert } from './longest-match.ts'
import { raiseCapitals } from './raise-capitals.ts'

/**
 * TCVN3 (ABC), after TCVN 5712:1993 VN3: one byte a letter. Capitals with a tone have no byte of their own:
 * they are lower-case bytes in a capital font (.VnTimeH), or, in old converters, the bare capital followed by
 * the lower-case byte ("B¤é" for BỘ). ư is 0xAD, which Unicode calls a soft hyphen.
 */
const lowerBytes: Readonly<Record<string, number>> = {
  ă: 0xa8,
  â: 0xa9,
  ê: 0xaa,
  ô: 0xab,
  ơ: 0xac,
  ư: 0xad,
  đ: 0xae,
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
}
const capitalBytes: Readonly<Record<string, number>> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
}
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function withoutTone(letter: string): string {
  return letter.normalize('NFD').replace(tones, '').normalize('NFC')
}

function* pairs(): Generator<readonly [string, string]> {
  for (const [letter, byte] of Object.entries({ ...lowerBytes, ...capitalBytes })) {
    yield [letter, String.fromCharCode(byte)]
  }
  for (const [letter, byte] of Object.entries(lowerBytes)) {
    const capital = letter.toUpperCase()
    const bare = withoutTone(capital)
    if (bare === capital) continue
    const bareByte = capitalBytes[bare]
    const first = bareByte === undefined ? bare : String.fromCharCode(bareByte)
    yield [capital, first + String.fromCharCode(byte)]
  }
}

const encoding = conversionTable(pairs())
const decoding = conversionTable([...pairs()].map(([letter, code]) => [code, letter] as const))

/** TCVN3 characters (one per byte, as Latin-1) to Unicode. `capitals`: the font shows lower case as capitals. */
export function decodeTcvn3(text: string, capitals = false): string {
  const decoded = convert(text, decoding)
  return capitals ? decoded.toUpperCase() : raiseCapitals(decoded)
}

/** Unicode (NFC) to TCVN3 characters; letters it does not know stay. */
export function encodeTcvn3(text: string): string {
  return convert(text, encoding)
}
