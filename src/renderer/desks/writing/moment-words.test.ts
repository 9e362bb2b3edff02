import { expect, test } from 'vitest'
import { briefDue, briefMoment, fieldOfMoment, momentOfField } from './moment-words.ts'

const now = new Date(2026, 10, 24, 15, 0).getTime()

test('today is told by the clock, this season by the day, older by the year', () => {
  expect(briefMoment(new Date(2026, 10, 24, 14, 2).getTime(), now, 'vi')).toBe('14:02')
  expect(briefMoment(new Date(2026, 10, 23, 14, 2).getTime(), now, 'vi')).toBe('23/11')
  expect(briefMoment(new Date(2025, 1, 3, 9, 5).getTime(), now, 'vi')).toBe('03/02/2025')
})

test('other languages write dates their own way', () => {
  expect(briefMoment(new Date(2026, 10, 23, 14, 2).getTime(), now, 'zh')).toBe('11/23')
})

test('a deadline keeps its hour', () => {
  expect(briefDue(new Date(2026, 10, 25, 16, 0).toISOString(), now, 'vi')).toBe('25/11 16:00')
  expect(briefDue(new Date(2026, 10, 24, 16, 0).toISOString(), now, 'vi')).toBe('16:00')
})

test('a field and its ISO moment say the same, with a zone', () => {
  const iso = momentOfField('2026-11-25T16:30')
  expect(iso).toMatch(/^2026-11-25T16:30:00[+-]\d\d:\d\d$/)
  expect(fieldOfMoment(iso)).toBe('2026-11-25T16:30')
  expect(momentOfField('')).toBe('')
  expect(fieldOfMoment('không rõ')).toBe('')
})
