import type { Rational } from './media-facts.ts'

/** The rates that cameras, phones and stations use. */
export const standardRates: readonly Rational[] = [
  [24000, 1001],
  [24, 1],
  [25, 1],
  [30000, 1001],
  [30, 1],
  [48, 1],
  [50, 1],
  [60000, 1001],
  [60, 1],
  [120, 1],
].map(([numerator = 0, denominator = 1]) => ({ numerator, denominator }))

export function ratio({ numerator, denominator }: Rational): number {
  return numerator / denominator
}

/** Reads `30000/1001`, `25:1` or a ratio of pixels; undefined for `0/0` and nonsense. */
export function parseRational(text: string): Rational | undefined {
  const [, first = '', second = ''] = /^(\d+)[/:](\d+)$/.exec(text) ?? []
  const [numerator, denominator] = [Number(first), Number(second)]
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined
}

/**
 * A constant rate as it is meant: containers write 29.97 as 2997/100, 19001/634 and so on. 23.976 and 24 lie a
 * thousandth apart, so only what is ten times nearer to a standard rate is taken for it.
 */
export function namedRate(rate: Rational): Rational {
  return standardRates.find((standard) => Math.abs(ratio(rate) / ratio(standard) - 1) < 1e-4) ?? rate
}

/** The standard rate nearest to the mean of a variable one, at most 60. */
export function steadyRate(mean: Rational): Rational {
  const wanted = Math.log(ratio(mean))
  const usable = standardRates.filter((standard) => ratio(standard) <= 60)
  const [nearest = mean] = usable.toSorted(
    (left, right) => Math.abs(Math.log(ratio(left)) - wanted) - Math.abs(Math.log(ratio(right)) - wanted),
  )
  return nearest
}

/**
 * Whether frames come at uneven distances, by their moments in seconds. One dropped frame, and the rounding of a
 * container to milliseconds, are no variable rate.
 */
export function isUneven(moments: readonly number[]): boolean {
  const sorted = moments.toSorted((left, right) => left - right)
  const gaps = sorted.slice(1).map((moment, at) => moment - (sorted[at] ?? 0))
  if (gaps.length < 4) return false
  const middle = gaps.toSorted((left, right) => left - right)[gaps.length >> 1] ?? 0
  const odd = gaps.filter((gap) => Math.abs(gap - middle) > Math.max(0.0025, middle * 0.2))
  return odd.length > 1 && odd.length > gaps.length / 50
}
