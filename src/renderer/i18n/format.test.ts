import { expect, test } from 'vitest'
import { formatOf } from './format.ts'

const noon = new Date(2026, 10, 24, 14, 2).getTime()

test('Vietnamese writes 24/11/2026, 14:02 and 1.250.000', () => {
  const format = formatOf('vi')
  expect(format.moment(noon)).toBe('24/11/2026 14:02')
  expect(format.number(1_250_000)).toBe('1.250.000')
  expect(format.percent(0.62)).toBe('62%')
})

test('English keeps the day first and its own thousands', () => {
  const format = formatOf('en')
  expect(format.date(noon)).toBe('24/11/2026')
  expect(format.number(1_250_000)).toBe('1,250,000')
})

test('today is said by the hour alone, any other day with its date', () => {
  const format = formatOf('vi')
  expect(format.shortMoment(noon, noon + 60_000)).toBe('14:02')
  expect(format.shortMoment(noon, noon + 86_400_000)).toBe('24/11/2026 14:02')
})

test('sizes are said in the largest unit that fits', () => {
  const format = formatOf('vi')
  expect(format.bytes(0)).toMatch(/^0 byte/)
  expect(format.bytes(20 * 1024)).toBe('20 kB')
  expect(format.bytes(3.5 * 1024 ** 2)).toBe('3,5 MB')
})

test('an unknown language is written as Vietnamese', () => {
  expect(formatOf('fr').number(1500)).toBe('1.500')
})

test('what was long ago and what is still to come', () => {
  const format = formatOf('vi')
  expect(format.relative(noon - 3 * 3_600_000, noon)).toBe('3 giờ trước')
  expect(format.relative(noon + 2 * 86_400_000, noon)).toMatch(/ngày/)
})
