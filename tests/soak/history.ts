import { look, type Place, type Sight, type Writer } from './writer.ts'

/** What a run must answer for; all lists must be empty. */
export type Verdict = Readonly<{
  /** Typed, deleted by nobody, and not there. */
  lost: readonly string[]
  /** In a block that is neither where it was put, nor took its text over, nor marked as odd. */
  misplaced: readonly string[]
  /** There more than once although nobody copied it, and not marked as odd. */
  doubled: readonly string[]
}>

/** What people did to each letter, learnt by looking at the document before and after each of their edits. */
export type History = Readonly<{
  /** `edit` answers its name. */
  watch(doc: Writer['doc'], edit: () => string): string
  /** What is marked as odd now has been shown to the people. */
  see(doc: Writer['doc']): void
  judge(doc: Writer['doc']): Verdict
}>

export function createHistory(start: Writer['doc']): History {
  /** Where each letter was put, by whoever put it there: with its neighbours of then. */
  const homes = new Map<string, Place[]>()
  /** From a block to those that a person let its text pass to: split, joined, cut and pasted, undone. */
  const passed = new Map<string, Set<string>>()
  const deleted = new Set<string>()
  const copied = new Set<string>()
  const doubled = new Set<string>()
  for (const [letter, places] of look(start).letters) homes.set(letter, [...places])

  function pass(from: string, to: string): void {
    if (from !== to) passed.set(from, (passed.get(from) ?? new Set()).add(to))
  }

  function learn(before: Sight, after: Sight, isCopying: boolean): void {
    for (const letter of before.letters.keys()) if (!after.letters.has(letter)) deleted.add(letter)
    for (const [letter, places] of after.letters) {
      const old = before.letters.get(letter) ?? []
      if (old.length === 0) homes.set(letter, [...(homes.get(letter) ?? []), ...places])
      // What was undone into being again, pasted or settled is written anew, and both people may do so.
      const isAnew = (old.length === 0 && deleted.delete(letter)) || (isCopying && !sameMarkers(old, places))
      if (isAnew || places.length > Math.max(1, old.length)) copied.add(letter)
      for (const from of old) for (const to of places) pass(from.block, to.block)
    }
    for (const [marker, to] of after.markers) {
      const from = before.markers.get(marker) ?? before.markers.get(to.splitFrom ?? '')
      if (from) pass(from.block, to.block)
    }
  }

  function isMisplaced(letter: string, found: Place): boolean {
    const home = homes.get(letter) ?? []
    const isAmongNeighbours = home.some(
      ({ left, right }) => (left !== '' && left === found.left) || (right !== '' && right === found.right),
    )
    return (
      !found.isOdd &&
      !isAmongNeighbours &&
      !reachable(
        home.flatMap(({ parts }) => parts),
        passed,
      ).has(found.block)
    )
  }

  return {
    watch(doc, edit) {
      const before = look(doc)
      const edited = edit()
      learn(before, look(doc), ['copyAndPaste', 'settle', 'undo', 'redo'].includes(edited))
      return edited
    },
    see(doc) {
      for (const [letter, places] of look(doc).letters) {
        const shown = places.filter((place) => place.isOdd)
        homes.set(letter, [...(homes.get(letter) ?? []), ...shown])
        if (places.length < 2) continue
        if (!copied.has(letter) && shown.length === 0) doubled.add(letter)
        // People see it in two places now; what they do with either is theirs.
        copied.add(letter)
      }
    },
    judge(doc) {
      const { letters } = look(doc)
      const lost = [...homes.keys()].filter(
        (letter) => !deleted.has(letter) && !copied.has(letter) && !letters.has(letter),
      )
      const all = [...letters]
      const misplaced = all.filter(([letter, places]) => places.some((place) => isMisplaced(letter, place)))
      return {
        lost: lost.map(name),
        misplaced: misplaced.map(([letter]) => name(letter)),
        doubled: [...doubled].map(name),
      }
    },
  }
}

function sameMarkers(left: readonly Place[], right: readonly Place[]): boolean {
  return left.length === right.length && left.every((place, index) => place.marker === right[index]?.marker)
}

function name(letter: string): string {
  return letter.charCodeAt(0).toString(16)
}

function reachable(
  from: readonly string[],
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set(from)
  for (const block of reached) for (const next of edges.get(block) ?? []) reached.add(next)
  return reached
}
