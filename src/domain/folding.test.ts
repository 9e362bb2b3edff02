import { describe, expect, test } from 'vitest'
import { collationKey, foldText, queryPhrases, unifyTonePlacement } from './folding.ts'

describe('folding (LANG1)', () => {
  test('the place of a tone mark, case, composition and đ do not matter', () => {
    for (const spelling of ['hòa', 'hoà', 'HÒA', 'hòa'.normalize('NFD'), 'hoa']) {
      expect(foldText(spelling)).toBe('hoa')
    }
    expect(foldText('Đường NƯỚC')).toBe('duong nuoc')
  })
  test('both placements of a tone are one spelling, of the same length', () => {
    expect(unifyTonePlacement('Hoà bình, KHOẺ, thuý, quý, toàn, hoài')).toBe(
      'Hòa bình, KHỎE, thúy, quý, toàn, hoài',
    )
  })
  test('Hangul stays whole and stands apart, as Han does', () => {
    expect(queryPhrases('한국은')).toEqual(['한 국 은'])
    expect(queryPhrases('太原省 2026')).toEqual(['太 原 省', '2026'])
  })
  test('soft hyphens and zero-width characters vanish', () => {
    expect(foldText('Thái\u00adNguyên\u200b')).toBe('thainguyen')
  })
  test('punctuation only separates', () => {
    expect(queryPhrases('km/h AND (24/11)* "Tân Cương" “ ”')).toEqual(['km h', 'and', '24 11', 'tan cuong'])
  })
  test('the collation key sorts as a Vietnamese dictionary does', () => {
    const sorted = [
      'ba',
      'bà',
      'bả',
      'bã',
      'bá',
      'bạ',
      'băn',
      'bân',
      'da',
      'đa',
      'em',
      'êm',
      'ô',
      'ơ',
      'u',
      'ư',
    ]
    const shuffled = [...sorted].reverse()
    expect(shuffled.sort((a, b) => (collationKey(a) < collationKey(b) ? -1 : 1))).toEqual(sorted)
  })
})
