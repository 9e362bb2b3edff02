import { describe, expect, test } from 'vitest'
import { legacyFont } from './fonts.ts'
import { decodeTcvn3, encodeTcvn3 } from './tcvn3.ts'
import { decodeVni, encodeVni } from './vni.ts'

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const lower = [...'aăâeêioôơuưy']
  .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  .concat('đ')
  .filter((letter) => /[^a-z]/.test(letter))
const letters = [...lower, ...lower.map((letter) => letter.toUpperCase())]

describe('the 134 letters with marks', () => {
  test('are all there', () => {
    expect(new Set(letters).size).toBe(134)
  })
  test.each(letters)('%s goes to TCVN3 and back', (letter) => {
    const code = encodeTcvn3(letter)
    expect([...code].every((character) => character <= '\u00ff')).toBe(true)
    expect(code).not.toBe(letter === code ? '' : letter)
    expect(decodeTcvn3(code)).toBe(letter)
    expect(decodeTcvn3(`N${code}ng`)).toBe(`N${letter}ng`)
  })
  test.each(letters)('%s goes to VNI and back', (letter) => {
    const code = encodeVni(letter)
    expect([...code].every((character) => character <= '\u00ff')).toBe(true)
    expect(decodeVni(code)).toBe(letter)
    expect(decodeVni(`T${code}ch`)).toBe(`T${letter}ch`)
  })
  test('have codes of their own in each encoding', () => {
    expect(new Set(letters.map(encodeTcvn3)).size).toBe(134)
    expect(new Set(letters.map(encodeVni)).size).toBe(134)
  })
})

describe('TCVN3', () => {
  test('reads ư, which Unicode takes for a soft hyphen', () => {
    expect(decodeTcvn3('ng\u00adêi d©n')).toBe('người dân')
    expect(decodeTcvn3('\u00ad')).toBe('ư')
  })
  test('reads capitals written as a bare capital and a small letter with its tone', () => {
    expect(decodeTcvn3('B¤é')).toBe('BỘ')
    expect(decodeTcvn3('§¶NG Bé')).toBe('ĐẢNG BỘ')
  })
  test('raises small letters with tones among capitals, and only there', () => {
    expect(decodeTcvn3('UBND X· HoµA B×NH')).toBe('UBND Xã HoàA BÌNH')
    expect(decodeTcvn3('UBND X· HßA B×NH')).toBe('UBND XÃ HÒA BÌNH')
    expect(decodeTcvn3('UBND x· Hoµ B×nh')).toBe('UBND xã Hoà Bình')
    expect(decodeTcvn3('TR¦êNG ë Vâ Nhai')).toBe('TRƯỜNG ở Võ Nhai')
  })
  test('reads a capital font as capitals', () => {
    expect(decodeTcvn3('bé v¨n ho¸', true)).toBe('BỘ VĂN HOÁ')
  })
  test('reads whole words as written by real programs', () => {
    expect(decodeTcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam')
    expect(decodeTcvn3('§éc lËp - Tù do - H¹nh phóc')).toBe('Độc lập - Tự do - Hạnh phúc')
  })
})

describe('VNI', () => {
  test('reads được with its two-part letters', () => {
    expect(decodeVni('ñöôïc')).toBe('được')
    expect(decodeVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(decodeVni('ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC')).toBe('ĐỘC LẬP - TỰ DO - HẠNH PHÚC')
  })
  test('reads a capital with a small mark', () => {
    expect(decodeVni('Ñaûng, Öôùc, AÙo, Aùo')).toBe('Đảng, Ước, Áo, Áo')
  })
})

describe('fonts', () => {
  test.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['.vntime', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
    ['VNI Helve', 'vni', false],
  ] as const)('%s stands for %s, capitals %s', (name, encoding, capitals) => {
    expect(legacyFont(name)).toEqual({ encoding, capitals })
  })
  test.each(['Times New Roman', 'Arial', 'Vnshop', 'Venus', undefined])('%s stands for nothing', (name) => {
    expect(legacyFont(name)).toBeUndefined()
  })
})
