import { describe, expect, test } from 'vitest'
import {
  countChu,
  countGraphemes,
  countHalfWidth,
  countText,
  countUtf8Bytes,
  countUtf16,
} from './counting.ts'

describe('counting (TEXT1)', () => {
  test('a Vietnamese text is as long as its syllables', () => {
    expect(countChu('Thái Nguyên đẩy mạnh thông tin đối ngoại')).toBe(8)
  })
  test('dates, units and agencies written with a slash are one chữ, a dash alone is none', () => {
    expect(countChu('Ngày 24/11, gió 60 km/h – UBND/HĐND…')).toBe(6)
    expect(countChu('kinh tế - xã hội')).toBe(4)
  })
  test('each ideograph counts, Korean counts by spaced words', () => {
    expect(countChu('越南太原省2026年')).toBe(7)
    expect(countChu('타이응우옌성 인민위원회')).toBe(2)
  })
  test('characters are what a reader sees, composed or not', () => {
    expect(countGraphemes('Ế'.normalize('NFD'))).toBe(1)
    expect(countGraphemes('hoà')).toBe(3)
    expect(countGraphemes('👩‍👩‍👧 한국')).toBe(4)
  })
  test('an empty text is nothing', () => {
    expect(countText('', 'vi')).toEqual({ chu: 0, graphemes: 0, readingSeconds: 0 })
    expect(countText(' \n ', 'vi').chu).toBe(0)
  })
  test('UTF-8 bytes are not characters', () => {
    expect(countUtf8Bytes('đ')).toBe(2)
    expect(countUtf8Bytes('越')).toBe(3)
  })
  test('UTF-16 units are what JavaScript counts: two for what lies beyond the basic plane', () => {
    expect(countUtf16('đ😀')).toBe(3)
    expect(countUtf16('Ế'.normalize('NFD'))).toBe(3)
  })
  test('wide characters take two columns, Vietnamese letters one however they are written (UAX #11)', () => {
    expect(countHalfWidth('越南 Việt')).toBe(9)
    expect(countHalfWidth('한국어')).toBe(6)
    expect(countHalfWidth('Ế'.normalize('NFD'))).toBe(1)
    expect(countHalfWidth('Ａ。「」ｱ')).toBe(9)
    expect(countHalfWidth('👩‍👩‍👧🇻🇳')).toBe(4)
    expect(countHalfWidth('…—“”')).toBe(4)
  })
  test('the graphemes of the standard’s own examples count as one each (UAX #29, table 1a)', () => {
    for (const cluster of ['g̈', '각', 'ก', 'நி', 'เ', 'षि', '\r\n']) {
      expect(countGraphemes(cluster)).toBe(1)
    }
  })
  test('UTF-8 takes one to four bytes by code point (RFC 3629 §3, §7)', () => {
    expect(countUtf8Bytes('A≢Α.')).toBe(7)
    expect(countUtf8Bytes('한국어')).toBe(9)
    expect(countUtf8Bytes('日本語')).toBe(9)
    expect(countUtf8Bytes('𣎴')).toBe(4)
  })
})
