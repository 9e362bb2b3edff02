/** An exact number: `top / bottom` in lowest terms, `bottom` above zero. Money is never a float. */
export type Rational = Readonly<{ top: bigint; bottom: bigint }>

export const zero: Rational = { top: 0n, bottom: 1n }
export const half: Rational = { top: 1n, bottom: 2n }

export function rational(top: bigint, bottom = 1n): Rational {
  const divisor = greatestDivisor(top, bottom)
  return { top: top / divisor, bottom: bottom / divisor }
}

/** Reads `digits` and the digits behind the decimal separator: ("1", "50") is 3/2. */
export function fromDecimal(whole: string, decimals = ''): Rational {
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

export function add(left: Rational, right: Rational): Rational {
  return rational(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
}

export function multiply(left: Rational, right: Rational): Rational {
  return rational(left.top * right.top, left.bottom * right.bottom)
}

export function divide(left: Rational, right: Rational): Rational {
  const [top, bottom] = [left.top * right.bottom, left.bottom * right.top]
  return bottom < 0n ? rational(-top, -bottom) : rational(top, bottom)
}

export function equals(left: Rational, right: Rational): boolean {
  return left.top === right.top && left.bottom === right.bottom
}

export function isLess(left: Rational, right: Rational): boolean {
  return left.top * right.bottom < right.top * left.bottom
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
