import { expect, test } from 'vitest'
import { frameAt, frameStart, framesLength, snapToFrame } from './frame-rate.ts'

const rates = [
  { numerator: 24000, denominator: 1001 },
  { numerator: 25, denominator: 1 },
  { numerator: 30000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
]

test.each(rates)(
  'the start of every frame of ten hours at $numerator/$denominator is in that frame (MEDIA1)',
  (rate) => {
    for (let frame = 0; frame < 2_160_000; frame += 997) {
      expect(frameAt(frameStart(frame, rate), rate)).toBe(frame)
      expect(frameAt(frameStart(frame + 1, rate) - 1, rate)).toBe(frame)
    }
  },
)

test('the frame of NTSC film at one hour is that of 24000/1001, not of 24', () => {
  expect(frameAt(3_600_000, { numerator: 24000, denominator: 1001 })).toBe(86_313)
})

test('a time goes to the nearest frame, and stays whole milliseconds without a rate', () => {
  const rate = { numerator: 25, denominator: 1 }
  expect([61, 59, 60, -5].map((at) => snapToFrame(at, rate))).toEqual([80, 40, 40, 0])
  expect(snapToFrame(61.4, null)).toBe(61)
})

test('a gap of two frames is never shorter than two frames', () => {
  expect(rates.map((rate) => framesLength(2, rate))).toEqual([84, 80, 67, 34])
})
