import { expect, test } from 'vitest'
import { countSms, unaccented } from './sms.ts'

/** The default alphabet of 3GPP TS 23.038 §6.2.1, row by row from 0x00; 0x1B is the escape and no character. */
const standardRows = [
  ['@', '£', '$', '¥', 'è', 'é', 'ù', 'ì', 'ò', 'Ç', '\n', 'Ø', 'ø', '\r', 'Å', 'å'],
  ['Δ', '_', 'Φ', 'Γ', 'Λ', 'Ω', 'Π', 'Ψ', 'Σ', 'Θ', 'Ξ', null, 'Æ', 'æ', 'ß', 'É'],
  [' ', '!', '"', '#', '¤', '%', '&', "'", '(', ')', '*', '+', ',', '-', '.', '/'],
  ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?'],
  ['¡', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O'],
  ['P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'Ä', 'Ö', 'Ñ', 'Ü', '§'],
  ['¿', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'],
  ['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'ä', 'ö', 'ñ', 'ü', 'à'],
]
/** The extension table of §6.2.1.1: the code behind the escape, and what it means. */
const extension: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
])

test('all 127 characters of the default alphabet are one septet each, and no other of Latin-1 is', () => {
  const basic = standardRows.flat().filter((character) => character !== null)
  expect(basic).toHaveLength(127)
  for (const character of basic) expect(countSms(character)).toMatchObject({ encoding: 'gsm7', units: 1 })
  const extended = new Set(extension.values())
  for (let code = 0; code < 0x250; code += 1) {
    const character = String.fromCharCode(code)
    const inTables = basic.includes(character) || extended.has(character)
    expect([character, countSms(character).encoding]).toEqual([character, inTables ? 'gsm7' : 'ucs2'])
  }
})

test('the ten characters of the extension table take two septets', () => {
  expect(extension.size).toBe(10)
  for (const character of extension.values()) {
    expect(countSms(character)).toMatchObject({ encoding: 'gsm7', units: 2, parts: 1 })
  }
})

test('140 octets hold 160 septets, or 153 of each joined part (TS 23.038 §6.1.2.1, TS 23.040 §9.2.3.24.1)', () => {
  expect(countSms('')).toMatchObject({ parts: 0, units: 0, left: 160 })
  expect(countSms('a'.repeat(160))).toMatchObject({ parts: 1, left: 0 })
  expect(countSms('a'.repeat(161))).toMatchObject({ parts: 2, left: 145 })
  expect(countSms('a'.repeat(306))).toMatchObject({ parts: 2, left: 0 })
  expect(countSms('a'.repeat(307)).parts).toBe(3)
  expect(countSms('a'.repeat(459)).parts).toBe(3)
  expect(countSms('a'.repeat(460)).parts).toBe(4)
})

test('140 octets hold 70 UCS2 characters, or 67 of each joined part', () => {
  expect(countSms('ệ'.repeat(70))).toMatchObject({ encoding: 'ucs2', parts: 1, left: 0 })
  expect(countSms('ệ'.repeat(71))).toMatchObject({ parts: 2, left: 63 })
  expect(countSms('ệ'.repeat(134)).parts).toBe(2)
  expect(countSms('ệ'.repeat(135)).parts).toBe(3)
})

test('an escape is not cut from what it escapes, nor a surrogate from its half', () => {
  expect(countSms(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, parts: 3 })
  expect(countSms(`${'越'.repeat(66)}😀${'越'.repeat(66)}`)).toMatchObject({ units: 134, parts: 3 })
})

test('what forces UCS-2 is told, each character once, in the order of the text', () => {
  expect(countSms('Thông báo: lễ hội Trà, lễ rước').forcing).toEqual(['ô', 'á', 'ễ', 'ộ', 'ư', 'ớ'])
  expect(countSms('Là à è é ì ò ù').encoding).toBe('gsm7')
})

test('letters with their marks set apart are counted as they are sent, composed', () => {
  expect(countSms('lễ'.normalize('NFD'))).toEqual(countSms('lễ'))
})

test('the unaccented form is GSM-7 and says the same letters', () => {
  const plain = unaccented('“Đường Phùng Chí Kiên” – 14h30, ngày 24/11… giá 5.000₫')
  expect(plain).toBe('"Duong Phung Chi Kien" - 14h30, ngay 24/11... gia 5.000d')
  expect(countSms(plain).forcing).toEqual([])
  expect(unaccented('Thái Nguyên'.normalize('NFD'))).toBe('Thai Nguyen')
})

test('other scripts have no unaccented form and stay as they are', () => {
  expect(unaccented('茶 차 trà')).toBe('茶 차 tra')
})
