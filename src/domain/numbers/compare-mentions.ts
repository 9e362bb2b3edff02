import { type Atom, atomsOf, isShared, sameAtom } from './atoms.ts'
import type { Mention, Reading } from './mention.ts'
import { type Agreement, compareMeanings, lenientReadings } from './same-reading.ts'

/** Where a translation and its source do not say the same. */
export type MentionDifference =
  | Readonly<{ kind: 'missing'; source: Mention }>
  | Readonly<{ kind: 'extra'; target: Mention }>
  /** `unit`: the number is the same, what is counted is not. `format`: only the source language's separators fit. */
  | Readonly<{ kind: 'changed' | 'unit' | 'format'; source: Mention; target: Mention }>

type Side = { readonly all: readonly Mention[]; readonly open: Set<Mention> }

/**
 * What of the source's numbers, dates, times and codes is missing, changed or added in the target. Exact pairs
 * are set aside first, then dates and codes are compared by their parts; words for small numbers are never missed.
 */
export function compareMentions(
  source: readonly Mention[],
  target: readonly Mention[],
): readonly MentionDifference[] {
  const left: Side = { all: source, open: new Set(source) }
  const right: Side = { all: target, open: new Set(target) }
  pairUp(left, right, (s, t) => agreement(s, t) === 'same' && !(s.weak && t.weak))
  pairUp(left, right, (s, t) => isAgreement(agreement(s, t), 'same', 'compatible') && !(s.weak && t.weak))
  pairUp(left, right, (s, t) => isAgreement(agreement(s, t), 'same', 'compatible'))
  const units = pairUp(left, right, (s, t) => agreement(s, t) === 'value' && !s.weak && !t.weak)
  const formats = pairUp(left, right, isForeignFormat)
  const documents = pairUp(left, right, isOtherDocument)
  settleByParts(left, right)
  const changed = [...documents, ...pairChanged(left, right)]
  return [
    ...units.map(([s, t]) => ({ kind: 'unit', source: s, target: t }) as const),
    ...formats
      .filter(([s, t]) => !isVersion(s, t))
      .map(([s, t]) => ({ kind: 'format', source: s, target: t }) as const),
    ...changed.map(([s, t]) => ({ kind: 'changed', source: s, target: t }) as const),
    ...strong(left).map((mention) => ({ kind: 'missing', source: mention }) as const),
    ...strong(right).map((mention) => ({ kind: 'extra', target: mention }) as const),
  ]
}

function agreement(source: Mention, target: Mention): Agreement {
  return compareMeanings(lenientReadings(source), target.readings)
}

function isAgreement(found: Agreement, ...wanted: readonly Agreement[]): boolean {
  return wanted.includes(found)
}

type Pair = readonly [source: Mention, target: Mention]

function pairUp(
  left: Side,
  right: Side,
  fits: (source: Mention, target: Mention) => boolean,
): readonly Pair[] {
  const pairs: Pair[] = []
  for (const source of left.open) {
    for (const target of right.open) {
      if (!fits(source, target)) continue
      pairs.push([source, target])
      left.open.delete(source)
      right.open.delete(target)
      break
    }
  }
  return pairs
}

function isForeignFormat(source: Mention, target: Mention): boolean {
  const found = compareMeanings(lenientReadings(source), target.foreign)
  return found === 'same' || found === 'compatible'
}

/** "phiên bản 4.0", "mục 2.1": carried over as it stands, with nothing counted behind it. */
function isVersion(source: Mention, target: Mention): boolean {
  return (
    source.text === target.text &&
    lenientReadings(target) !== target.readings &&
    /^\d+\.\d{1,2}$/.test(target.text)
  )
}

const documentNumber = /^\d.*\p{Lu}{2}/u

/** 12-NQ/TW and 12-NQ/TU: the letters of a document's number are no less part of it. */
function isOtherDocument(source: Mention, target: Mention): boolean {
  return [source, target].every((mention) => family(mention) === 'code' && documentNumber.test(mention.text))
}

/**
 * Takes out mentions whose every part stands on the other side, be it written in other company. What shared a part
 * with a mention that misses another stays, so that the two are told as one change (14:30 and 14:00).
 */
function settleByParts(left: Side, right: Side): void {
  const [ours, theirs] = [openAtoms(left), openAtoms(right)]
  const partners = new Map<OpenAtom, OpenAtom>()
  for (const mine of ours) {
    const partner = theirs.find((other) => !partners.has(other) && sameAtom(mine.atom, other.atom))
    if (partner) partners.set(mine, partner).set(partner, mine)
  }
  const missing = new Set([...lacking(ours, partners, right), ...lacking(theirs, partners, left)])
  for (const [open, partner] of partners) {
    if (missing.has(open.mention) && isAkin(open.mention, partner.mention)) missing.add(partner.mention)
  }
  for (const { mention } of ours) if (!missing.has(mention)) left.open.delete(mention)
  for (const { mention } of theirs) if (!missing.has(mention)) right.open.delete(mention)
}

type OpenAtom = Readonly<{ mention: Mention; atom: Atom }>

function openAtoms(side: Side): readonly OpenAtom[] {
  return [...side.open].flatMap((mention) => atomsOf(mention).map((atom) => ({ mention, atom })))
}

function lacking(
  atoms: readonly OpenAtom[],
  partners: ReadonlyMap<OpenAtom, OpenAtom>,
  others: Side,
): readonly Mention[] {
  return atoms
    .filter((open) => !partners.has(open) && !(isShared(open.atom) && stands(open.atom, others.all)))
    .map((open) => open.mention)
}

function isAkin(left: Mention, right: Mention): boolean {
  return !left.weak && !right.weak && family(left) === family(right)
}

function stands(atom: Atom, mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => atomsOf(mention).some((other) => sameAtom(atom, other)))
}

/** What is left on both sides and of one kind is taken for one thing changed. */
function pairChanged(left: Side, right: Side): readonly Pair[] {
  return [
    ...pairUp(left, right, isAkin),
    ...pairUp(left, right, (s, t) => s.weak !== t.weak && !isOne(s) && !isOne(t) && family(s) === family(t)),
    ...pairUp(left, right, (s, t) => !s.weak && !t.weak && isCounted(s) && isCounted(t)),
    ...pairUp(left, right, (s, t) => (hasDigit(s) || hasDigit(t)) && isWeakNumber(s) && isWeakNumber(t)),
  ]
}

function isWeakNumber(mention: Mention): boolean {
  return mention.weak && family(mention) === 'number'
}

/** Of two weak numbers that differ, one in digits makes a difference of it: "tám" and 1, Text1 and Text2. */
function hasDigit(mention: Mention): boolean {
  return /\d/.test(mention.text)
}

/** Numbers, days and hours stand for one another where a sentence is built differently. */
function isCounted(mention: Mention): boolean {
  return ['number', 'date', 'time'].includes(family(mention))
}

function isOne(mention: Mention): boolean {
  return (
    mention.weak && mention.readings.some((reading) => reading.kind === 'number' && reading.value.top === 1n)
  )
}

function strong(side: Side): readonly Mention[] {
  return [...side.open].filter((mention) => !mention.weak)
}

export type MentionFamily = 'number' | 'date' | 'time' | 'weekday' | 'code' | 'phone'

/** What a mention is called when one speaks of it. */
export function family(mention: Mention): MentionFamily {
  return familyOf(lenientReadings(mention)[0] ?? mention.readings[0])
}

function familyOf(reading: Reading): MentionFamily {
  return reading.kind === 'quarter' || reading.kind === 'lunar' ? 'date' : reading.kind
}
