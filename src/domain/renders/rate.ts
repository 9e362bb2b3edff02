import type { Rational, VideoFacts } from '../clips/media-facts.ts'

/** Rates that cameras, stations and screens use; a variable rate becomes the nearest of them (MEDIA1). */
const standardRates: readonly Rational[] = [
  [12, 1],
  [15, 1],
  [24_000, 1001],
  [24, 1],
  [25, 1],
  [30_000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60_000, 1001],
  [60, 1],
].map(([numerator = 1, denominator = 1]) => ({ numerator, denominator }))

/** The constant rate of a render: the clip's own where it is constant and not above the highest allowed. */
export function rateFor(video: Pick<VideoFacts, 'frameRate' | 'variable'>, highest: Rational): Rational {
  const own = video.variable ? nearest(video.frameRate) : video.frameRate
  return framesASecond(own) > framesASecond(highest) ? highestWithin(own, highest) : own
}

/** Frames a second as a number, for comparing and counting alone. */
export function framesASecond({ numerator, denominator }: Rational): number {
  return numerator / denominator
}

/** 60 becomes 30 and 60000/1001 becomes 30000/1001: every second frame, none torn. */
function highestWithin(own: Rational, highest: Rational): Rational {
  const half = { numerator: own.numerator, denominator: own.denominator * 2 }
  const isHalf =
    framesASecond(half) <= framesASecond(highest) && framesASecond(half) > framesASecond(highest) * 0.75
  return isHalf ? lowest(half) : highest
}

function nearest(rate: Rational): Rational {
  const distance = (each: Rational) => Math.abs(Math.log(framesASecond(each) / framesASecond(rate)))
  return standardRates.reduce((best, each) => (distance(each) < distance(best) ? each : best))
}

function lowest({ numerator, denominator }: Rational): Rational {
  const divisor = greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestDivisor(right, left % right)
}
