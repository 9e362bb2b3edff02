import { expect, test } from 'vitest'
import { briefDue, briefMoment, readMoment, writeMoment } from './moment-words.ts'

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

const written = (typed: string) => {
  const iso = readMoment(typed, now)
  return iso === null ? null : writeMoment(iso, 'vi')
}

test('a deadline is typed as people write it', () => {
  expect(written('16h30')).toBe('24/11/2026 16:30')
  expect(written('16:00')).toBe('24/11/2026 16:00')
  expect(written('25/11 9h')).toBe('25/11/2026 09:00')
  expect(written('25/11/2027 16:00')).toBe('25/11/2027 16:00')
  expect(written('2026-11-25 16:00')).toBe('25/11/2026 16:00')
})

test('a day without an hour means its end, a day that is over means next year', () => {
  expect(written('25/11')).toBe('25/11/2026 23:59')
  expect(written('3/2 8h')).toBe('03/02/2027 08:00')
})

test('what is no moment is refused, empty is unset', () => {
  for (const typed of ['mai', '31/2', '25/13 9h', '25:00', '9h75']) expect(written(typed)).toBeNull()
  expect(written('  ')).toBe('')
})

test('the moment kept has a zone', () => {
  expect(readMoment('25/11/2026 16:30', now)).toMatch(/^2026-11-25T16:30:00[+-]\d\d:\d\d$/)
  expect(writeMoment('2026-11-25T16:30:00', 'zh')).toBe('2026-11-25 16:30')
})
