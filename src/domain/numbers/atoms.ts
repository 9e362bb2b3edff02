import type { Mention, Reading } from './mention.ts'
import { lenientReadings } from './same-reading.ts'

/**
 * A part of a date, time or code that another language may write apart: "24 and 25 November". A lunar day is no
 * day of a solar month, but it may be written as a number ("the 3rd day of Tết").
 */
export type Atom = Readonly<{
  part: 'number' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'lunar' | 'word'
  key: string
}>

/** The parts of a mention, after its likeliest reading. */
export function atomsOf(mention: Mention): readonly Atom[] {
  const [reading] = lenientReadings(mention)
  if (!reading) return []
  if (reading.kind === 'lunar') return (mention.text.match(/\d+/g) ?? []).map((key) => atom('lunar', key))
  return readingAtoms(reading)
}

function readingAtoms(reading: Reading): readonly Atom[] {
  switch (reading.kind) {
    case 'number': {
      const { top, bottom } = reading.value
      const year = bottom === 1n && top >= 1000n && top <= 2100n && reading.unit === undefined
      return [atom(year ? 'year' : 'number', bottom === 1n ? `${top}` : `${top}/${bottom}`)]
    }
    case 'date':
      return [
        ...optional('day', reading.day),
        ...optional('month', reading.month),
        ...optional('year', reading.year),
      ]
    case 'quarter':
      return [atom('number', `${reading.quarter}`), ...optional('year', reading.year)]
    case 'time':
      return [
        atom('hour', `${reading.hour}`),
        ...(reading.minute === 0 ? [] : [atom('minute', `${reading.minute}`)]),
      ]
    case 'code':
      return reading.numbers.map((digits) => atom('number', `${Number(digits)}`))
    case 'weekday':
      return [atom('word', `weekday ${reading.weekday}`)]
    case 'phone':
      return [atom('word', reading.digits)]
    case 'lunar':
      return []
  }
}

function atom(part: Atom['part'], key: string): Atom {
  return { part, key }
}

function optional(part: Atom['part'], value: number | undefined): readonly Atom[] {
  return value === undefined ? [] : [atom(part, `${value}`)]
}

export function sameAtom(left: Atom, right: Atom): boolean {
  return left.key === right.key && (left.part === right.part || isNumber(left) || isNumber(right))
}

function isNumber({ part }: Atom): boolean {
  return part === 'number'
}

/** A month or a year said once may stand for several days: "24/11 và 25/11" is "November 24 and 25". */
export function isShared({ part }: Atom): boolean {
  return part === 'month' || part === 'year'
}
