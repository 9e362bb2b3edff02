import type { Mention, Reading } from './mention.ts'
import { equals } from './rational.ts'
import { inBaseUnit } from './units.ts'

/** How much two readings agree; `value`: the same number in another unit (5 % and 5, dong and dollar). */
export type Agreement = 'same' | 'compatible' | 'value' | 'none'

export function compareReadings(left: Reading, right: Reading): Agreement {
  if (left.kind === 'number' && right.kind === 'number') return compareNumbers(left, right)
  return sameOther(left, right) ? 'same' : 'none'
}

type NumberReading = Extract<Reading, { kind: 'number' }>

function compareNumbers(left: NumberReading, right: NumberReading): Agreement {
  const same = equals(left.value, right.value)
  if (left.unit === right.unit) return same ? 'same' : 'none'
  if (left.unit === undefined || right.unit === undefined) {
    if (!same) return 'none'
    return isShare(left.unit ?? right.unit) ? 'value' : 'compatible'
  }
  const [a, b] = [inBaseUnit(left.value, left.unit), inBaseUnit(right.value, right.unit)]
  if (a.unit === b.unit) return equals(a.value, b.value) ? 'same' : same ? 'value' : 'none'
  return same ? 'value' : 'none'
}

/** Shares of a whole are never left unsaid, as a currency may be. */
function isShare(unit: string | undefined): boolean {
  return unit === '%' || unit === 'pp' || unit === '‰'
}

function sameOther(left: Reading, right: Reading): boolean {
  if (left.kind === 'date' && right.kind === 'date') {
    return left.year === right.year && left.month === right.month && left.day === right.day
  }
  if (left.kind === 'quarter' && right.kind === 'quarter') {
    return left.quarter === right.quarter && left.year === right.year
  }
  if (left.kind === 'time' && right.kind === 'time') {
    return left.hour === right.hour && left.minute === right.minute
  }
  if (left.kind === 'weekday' && right.kind === 'weekday') return left.weekday === right.weekday
  if (left.kind === 'code' && right.kind === 'code') return left.code === right.code
  if (left.kind === 'phone' && right.kind === 'phone') return left.digits === right.digits
  return left.kind === 'lunar' && right.kind === 'lunar'
}

const order: readonly Agreement[] = ['none', 'value', 'compatible', 'same']

/** The best agreement of any two readings. */
export function compareMeanings(left: readonly Reading[], right: readonly Reading[]): Agreement {
  let best = 0
  for (const a of left) for (const b of right) best = Math.max(best, order.indexOf(compareReadings(a, b)))
  return order[best] ?? 'none'
}

/** What a mention means in a text that was written as its author liked: by its own separators, else the others. */
export function lenientReadings(mention: Mention): readonly Reading[] {
  const own = mention.readings.filter(isRead)
  return own.length > 0 ? own : mention.foreign
}

function isRead(reading: Reading): boolean {
  return reading.kind !== 'number' || reading.value.top >= 0n
}
