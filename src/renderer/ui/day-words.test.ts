import { expect, test } from 'vitest'
import { dayFromWords, dayWords, isDay } from './day-words.ts'

test('a day is written day first', () => {
  expect(dayWords('2021-07-05')).toBe('05/07/2021')
  expect(dayWords('')).toBe('')
  expect(dayWords('20/1')).toBe('20/1')
})

test('a day is understood however it is typed', () => {
  for (const words of ['5/7/2021', ' 05.07.2021 ', '05-07-2021', '5 7 2021', '05072021', '2021-7-5'])
    expect(dayFromWords(words), words).toBe('2021-07-05')
})

test('what is no day of the calendar is none', () => {
  for (const words of ['', '31/2/2021', '5/13/2021', '5/7/21', 'hôm qua', '2021'])
    expect(dayFromWords(words), words).toBe(null)
  expect(isDay('2021-02-29')).toBe(false)
  expect(isDay('2024-02-29')).toBe(true)
})
