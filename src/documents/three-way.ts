import type { Marks, Run } from '#domain/blocks.ts'
import { alignRuns } from './alignment.ts'
import { canonicalRuns, runsText } from './runs.ts'
import { diffText } from './text-edits.ts'

type Unit = Readonly<{ text: string; marks: Marks }>

/**
 * A text that two sides changed from the same `base`: what `mine` changed, done to `theirs`. Letters that
 * they took away stay away, letters that they put in stay, mine stand beside the neighbour they were typed
 * behind.
 */
export function mergeRuns3(
  base: readonly Run[],
  mine: readonly Run[],
  theirs: readonly Run[],
): readonly Run[] {
  const { edits, remarks } = alignRuns(base, mine)
  const places = placesIn(runsText(base), runsText(theirs))
  const units: (Unit | undefined)[] = theirs.flatMap(unitsOf)
  for (const { from, to, change } of remarks) {
    for (const place of places.slice(from, to)) remarkUnit(units, place, change)
  }
  const inserted = new Map<number, readonly Unit[]>()
  let fresh = 0
  let old = 0
  const mineUnits = mine.flatMap(unitsOf)
  for (const edit of edits) {
    fresh += edit.at - old
    for (const place of places.slice(edit.at, edit.at + edit.remove)) if (place >= 0) units[place] = undefined
    const at = placeBehind(places, edit.at)
    const news = mineUnits.slice(fresh, fresh + edit.insert.length)
    inserted.set(at, [...(inserted.get(at) ?? []), ...news])
    fresh += edit.insert.length
    old = edit.at + edit.remove
  }
  const merged = [...units, undefined].flatMap((unit, at) => [
    ...(inserted.get(at) ?? []),
    ...(unit ? [unit] : []),
  ])
  return canonicalRuns(merged)
}

/** The same for a text without marks. */
export function mergeText3(base: string, mine: string, theirs: string): string {
  const asRuns = (text: string): readonly Run[] => (text === '' ? [] : [{ text, marks: {} }])
  return runsText(mergeRuns3(asRuns(base), asRuns(mine), asRuns(theirs)))
}

function unitsOf(run: Run): readonly Unit[] {
  return run.text.split('').map((text) => ({ text, marks: run.marks }))
}

/** Where each letter of `base` stands in `theirs`, -1 where it was taken away. */
function placesIn(base: string, theirs: string): readonly number[] {
  const places: number[] = []
  let shift = 0
  let old = 0
  for (const edit of [...diffText(base, theirs), { at: base.length, remove: 0, insert: '' }]) {
    for (; old < edit.at; old++) places.push(old + shift)
    for (; old < edit.at + edit.remove; old++) places.push(-1)
    shift += edit.insert.length - edit.remove
  }
  return places
}

/** The place behind the last letter before `offset` that is still there. */
function placeBehind(places: readonly number[], offset: number): number {
  const kept = places.slice(0, offset).findLast((place) => place >= 0)
  return kept === undefined ? 0 : kept + 1
}

function remarkUnit(
  units: (Unit | undefined)[],
  place: number,
  change: Readonly<Record<string, unknown>>,
): void {
  const unit = units[place]
  if (!unit) return
  const entries = Object.entries({ ...unit.marks, ...change }).filter(([, value]) => value !== null)
  units[place] = { text: unit.text, marks: Object.fromEntries(entries) }
}
