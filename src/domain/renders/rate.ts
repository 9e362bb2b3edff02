import { ratio, steadyRate } from '../clips/frame-rates.ts'
import type { Rational, VideoFacts } from '../clips/media-facts.ts'

/**
 * The constant rate of a render, as a fraction (MEDIA1): the clip's own where it is constant and not above the highest
 * allowed, the nearest standard rate of a variable one.
 */
export function rateFor(video: Pick<VideoFacts, 'frameRate' | 'variable'>, highest: Rational): Rational {
  const own = video.variable ? steadyRate(video.frameRate) : video.frameRate
  return ratio(own) > ratio(highest) ? slowed(own, highest) : own
}

/** 60 becomes 30 and 60000/1001 becomes 30000/1001: every second frame, none torn. */
function slowed(own: Rational, highest: Rational): Rational {
  const half = { numerator: own.numerator, denominator: own.denominator * 2 }
  const isHalf = ratio(half) <= ratio(highest) && ratio(half) > ratio(highest) * 0.75
  return isHalf ? lowest(half) : highest
}

function lowest({ numerator, denominator }: Rational): Rational {
  const divisor = greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestDivisor(right, left % right)
}
