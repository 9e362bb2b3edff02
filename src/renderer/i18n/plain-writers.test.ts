import { expect, test } from 'vitest'
import { interfaceLanguages, localeOf } from './languages.ts'
import { briefDayOf, clockOf, dayOf, grouped } from './plain-writers.ts'

const moments = [
  new Date(2026, 10, 24, 14, 2),
  new Date(2026, 0, 1, 0, 0),
  new Date(1999, 11, 31, 23, 59),
  new Date(2024, 1, 29, 9, 5),
].map((date) => date.getTime())
const numbers = [
  0, 7, 999, 1000, 12_345, 123_456, 1_250_000, 9_007_199_254_740_991, -1, -999, -1000, -1_250_000,
]
const parts = { day: '2-digit', month: '2-digit' } as const

test.each(interfaceLanguages)('$name: dates, clocks and whole numbers are those of Intl', ({ tag }) => {
  const locale = localeOf(tag)
  const date = new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  expect(moments.map((at) => dayOf(at, tag))).toEqual(moments.map((at) => date.format(at)))
  expect(moments.map(clockOf)).toEqual(moments.map((at) => clock.format(at)))
  expect(numbers.map((each) => grouped(each, tag))).toEqual(
    numbers.map((each) => new Intl.NumberFormat(locale).format(each)),
  )
})

test.each(interfaceLanguages)(
  '$name: a day without its year is that of Intl, in Vietnamese with strokes',
  ({ tag }) => {
    const day = new Intl.DateTimeFormat(localeOf(tag), parts)
    const written = (at: number) => (tag === 'vi' ? day.format(at).replaceAll('-', '/') : day.format(at))
    expect(moments.map((at) => briefDayOf(at, tag))).toEqual(moments.map(written))
  },
)
