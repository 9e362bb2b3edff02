import { describe, expect, it } from 'vitest'
import type { CodedText } from '../segments/coded-text.ts'
import { matchScore, withContext } from './score.ts'

const score = (stored: string, asked: string, language = 'vi') => matchScore([stored], [asked], language)

describe('the score of a match', () => {
  it('is 100 for the same sentence, whatever its Unicode form, tone placement and spaces (LANG1)', () => {
    expect(score('Xã Hòa Bình', 'Xã  Hoà Bình'.normalize('NFD'))).toBe(100)
    expect(withContext(100, { before: true, after: true })).toBe(101)
    expect(withContext(100, { before: true, after: false })).toBe(100)
    expect(withContext(99, { before: true, after: true })).toBe(99)
  })

  it('is 95 to 99 where only numbers, capitals, marks or codes differ', () => {
    expect(score('Có 1.250 khách.', 'Có 98 khách.')).toBe(99)
    expect(score('Có 1.250 khách.', 'có 98 khách!')).toBe(97)
    const bold: CodedText = [
      { code: 'open', number: 1, mark: 'bold', value: '' },
      'Có khách.',
      { code: 'close', number: 1, mark: 'bold', value: '' },
    ]
    expect(matchScore(bold, ['Có khách.'], 'vi')).toBe(99)
  })

  it('counts syllables in Vietnamese, words in English, characters in Chinese, syllables in Korean', () => {
    expect(score('a b c d e f g h i k', 'a b c d e f g h i x')).toBe(90)
    expect(score('The province opened a new school', 'The province opened an old school', 'en')).toBe(66)
    expect(score('The province opened a new school', 'The provinces opened a new school', 'en')).toBe(94)
    expect(score('太原省举行茶文化节', '太原省举办茶文化节', 'zh')).toBe(88)
    expect(score('인민위원회는 회의를 열었다', '인민위원회가 회의를 열었다', 'ko')).toBe(91)
  })

  it('never calls a sentence with another word more than 94, and nothing like it 0', () => {
    const long = Array.from({ length: 60 }, (_, at) => `từ${at}`).join(' ')
    expect(score(long, `${long} thêm`)).toBe(94)
    expect(score('lễ hội', 'hoàn toàn khác hẳn')).toBe(0)
    expect(score('', '')).toBe(100)
  })
})
