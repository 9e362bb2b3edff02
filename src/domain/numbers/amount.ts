import { add, half, isLess, multiply, type Rational, rational, zero } from './rational.ts'

/**
 * A part of a written number: a value with the power of ten it counts in ("twenty" is 20 in tens), a scale that
 * multiplies what stands before it ("triệu"), or a half of the last scale ("rưỡi").
 */
export type NumberPart =
  | Readonly<{
      kind: 'value'
      value: Rational
      scale: bigint
      /** The value by the other decimal separator. */
      foreign?: Rational | undefined
      /** Only the other separator gives a value: "1,5" in an English text. */
      misread?: true
    }>
  | Readonly<{ kind: 'scale'; scale: bigint }>
  | Readonly<{ kind: 'half' }>

type Term = Readonly<{ value: Rational; scale: bigint }>

export function valuePart(value: number, scale = 1): NumberPart {
  return { kind: 'value', value: rational(BigInt(value)), scale: BigInt(scale) }
}

export function scalePart(scale: bigint): NumberPart {
  return { kind: 'scale', scale }
}

/** The sum being built: "1 tỷ 200 triệu" is the terms 1,000,000,000 and 200,000,000. */
export type Amount = readonly Term[]

/** The amount with one more part, or nothing where that part begins another number. */
export function extendAmount(amount: Amount, part: NumberPart, implicitOne = false): Amount | undefined {
  const last = amount.at(-1)
  switch (part.kind) {
    case 'value':
      return !last || isLess(part.value, rational(last.scale))
        ? [...amount, { value: part.value, scale: part.scale }]
        : undefined
    case 'half':
      return last ? [...amount, { value: multiply(half, rational(last.scale)), scale: 0n }] : undefined
    case 'scale':
      return applyScale(amount, part.scale, implicitOne)
  }
}

function applyScale(amount: Amount, scale: bigint, implicitOne: boolean): Amount | undefined {
  const from = amount.findLastIndex((term) => term.scale >= scale) + 1
  const multiplied = amount.slice(from)
  if (multiplied.length === 0 && !implicitOne) return undefined
  const value = multiplied.length === 0 ? rational(1n) : sumAmount(multiplied)
  return [...amount.slice(0, from), { value: multiply(value, rational(scale)), scale }]
}

export function sumAmount(amount: Amount): Rational {
  return amount.reduce((sum, term) => add(sum, term.value), zero)
}

/** The value of numeral characters or words in a row; nothing when they are not one number. */
export function sumParts(parts: readonly NumberPart[], implicitOne = false): Rational | undefined {
  let amount: Amount = []
  for (const part of parts) {
    const extended = extendAmount(amount, part, implicitOne)
    if (!extended) return undefined
    amount = extended
  }
  return amount.length === 0 ? undefined : sumAmount(amount)
}
