import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseByteRange } from './byte-range.ts'

test('One range is read as RFC 9110 says', () => {
  expect(parseByteRange('bytes=0-3', 10)).toEqual({ kind: 'part', first: 0, last: 3 })
  expect(parseByteRange('bytes=4-', 10)).toEqual({ kind: 'part', first: 4, last: 9 })
  expect(parseByteRange('bytes=4-99', 10)).toEqual({ kind: 'part', first: 4, last: 9 })
  expect(parseByteRange('bytes=-4', 10)).toEqual({ kind: 'part', first: 6, last: 9 })
  expect(parseByteRange('bytes=-99', 10)).toEqual({ kind: 'part', first: 0, last: 9 })
})

test('What lies beyond the end cannot be satisfied', () => {
  for (const header of ['bytes=10-', 'bytes=10-12', 'bytes=-0'])
    expect(parseByteRange(header, 10), header).toEqual({ kind: 'unsatisfiable' })
  expect(parseByteRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' })
})

test('Several ranges, other units and nonsense are answered whole', () => {
  for (const header of [
    '',
    'bytes=',
    'bytes=-',
    'bytes=3-1',
    'bytes=0-1,3-4',
    'items=0-1',
    'bytes=a-b',
    undefined,
    null,
  ])
    expect(parseByteRange(header, 10), String(header)).toEqual({ kind: 'whole' })
})

test('A part never reaches outside the file', () => {
  const numbers = fc.option(fc.nat(1_000_000), { nil: '' as const })
  fc.assert(
    fc.property(numbers, numbers, fc.nat(1_000_000), (from, to, size) => {
      const range = parseByteRange(`bytes=${from}-${to}`, size)
      if (range.kind !== 'part') return
      expect(range.first).toBeLessThanOrEqual(range.last)
      expect(range.last).toBeLessThan(size)
    }),
  )
})
