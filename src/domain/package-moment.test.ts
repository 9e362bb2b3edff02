import { expect, test } from 'vitest'
import { readMoment, showMoment } from './package-moment.ts'

const at = Date.UTC(2026, 10, 24, 18, 2, 3)

test('a moment is shown as a clock at the offset shows it, on any machine', () => {
  expect(showMoment(at, '+07:00')).toEqual({
    year: '2026',
    month: '11',
    day: '25',
    time: '01:02',
    iso: '2026-11-25T01:02:03+07:00',
  })
  expect(showMoment(at, '-03:30').iso).toBe('2026-11-24T14:32:03-03:30')
})

test('a written moment is read with its zone, or at the newsroom’s', () => {
  for (const written of [
    '2026-11-25T01:02:03+07:00',
    '2026-11-24T18:02:03Z',
    '2026-11-25T01:02:03',
    '2026-11-25 01:02:03.000',
  ]) {
    expect(readMoment(written, '+07:00'), written).toBe(at)
  }
  expect(readMoment('2026-11-25T07:00+07:00', '+00:00')).toBe(Date.UTC(2026, 10, 25))
  expect(readMoment('2026-11-25', '+07:00')).toBe(Date.UTC(2026, 10, 24, 17))
})

test('what is no date is not guessed at', () => {
  for (const written of ['', 'mai', '25/11/2026', '2026-13-01', '2026-11-25T25:00', '1764000000000']) {
    expect(readMoment(written, '+07:00'), written).toBeUndefined()
  }
})
