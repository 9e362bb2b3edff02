import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readScreenSize } from './screen-size.ts'

test.each([
  ['384×192', 384, 192, null],
  ['384 x 192', 384, 192, null],
  ['192*384 px', 192, 384, null],
  ['1920x1080', 1920, 1080, null],
  ['P10, 3,84 × 1,92 m', 384, 192, 10],
  ['P10 3.84m x 1.92m', 384, 192, 10],
  ['P5 6m x 3m', 1200, 600, 5],
  ['p2.5 1,6 * 0,8', 640, 320, 2.5],
  ['6 m × 3 m, P5', 1200, 600, 5],
  ['P10 384x192 px', 384, 192, 10],
  ['P4 2560 × 1280 mm', 640, 320, 4],
  ['P3,91 cao 2 m', undefined, undefined, null],
])('"%s" is %s × %s pixels', (text, width, height, pitch) => {
  const read = readScreenSize(text)
  if (width === undefined) expect(read).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
  else expect(read).toEqual({ ok: true, value: { width, height, pitch } })
})

test.each([
  ['3,84 × 1,92 m', { kind: 'pitchMissing' }],
  ['3,84 × 1,92', { kind: 'unreadable' }],
  ['màn to trước Ủy ban', { kind: 'unreadable' }],
  ['P10 3,845 × 1,92 m', { kind: 'uneven', side: 'width', pixels: 384.5, nearest: 3.85 }],
  ['P0,1 3 × 2 m', { kind: 'pitchUnlikely', pitch: 0.1 }],
  ['8 × 192', { kind: 'tooSmall', minimum: 16 }],
  ['P1 30 × 2 m', { kind: 'tooLarge', width: 30_000 }],
])('"%s" is refused with what is wrong', (text, problem) => {
  expect(readScreenSize(text)).toMatchObject({ ok: false, failure: problem })
})

test('metres by pitch come out at exactly the pixels they were made of', () => {
  const pitches = fc.constantFrom(1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 16)
  fc.assert(
    fc.property(
      pitches,
      fc.integer({ min: 16, max: 2000 }),
      fc.integer({ min: 16, max: 2000 }),
      (pitch, w, h) => {
        const metres = (pixels: number) => String((pixels * pitch) / 1000).replace('.', ',')
        const read = readScreenSize(`P${String(pitch).replace('.', ',')}, ${metres(w)} × ${metres(h)} m`)
        expect(read).toEqual({ ok: true, value: { width: w, height: h, pitch } })
      },
    ),
  )
})
