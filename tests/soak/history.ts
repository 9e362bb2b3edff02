import { look, type Place, type Sight, type Writer } from './writer.ts'

/** Edits that write letters anew on purpose. If both people do so, the letters stand twice: nobody can tell. */
export type Copying = 'copyAndPaste' | 'settle' | 'undo' | 'redo'
const copying: readonly Copying[] = ['copyAndPaste', 'settle', 'undo', 'redo']

/** What a run must answer for; all lists but the last must be empty. */
export type Verdict = Readonly<{
  /** Typed, deleted by nobody, and not there. */
  lost: readonly string[]
  /** In a block that is neither where it was put, nor took its text over, nor marked as odd. */
  misplaced: readonly string[]
  /** There more than once although nobody copied it, and not marked as odd. */
  doubled: readonly string[]
  /** There more than once and not marked, by the edit that wrote them anew last. */
  forgiven: readonly Readonly<{ letter: string; edit: Copying }>[]
}>

/** What people did to each letter, learnt by looking at the document before and after each of their edits. */
export type History = Readonly<{
  /** `edit` answers its name. */
  watch(doc: Writer['doc'], edit: () => string): string
  /** A letter was typed at the caret that had stood behind another: it belongs where that one did. */
  belongs(letter: string, behind: string): void
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
  /** Of how many places one was taken away by a person: of the others another person may dispose. */
  const thinned = new Set<string>()
  const copied = new Map<string, Copying>()
  const doubled = new Set<string>()
  const forgiven = new Map<string, Copying>()
  /** Seen in two places: what people do with either is theirs. */
  const seenTwice = new Set<string>()
  for (const [letter, places] of look(start).letters) homes.set(letter, [...places])

  function pass(from: string, to: string): void {
    if (from !== to) passed.set(from, (passed.get(from) ?? new Set()).add(to))
  }

  /** Text joined into a block made of several goes with that one of them it stands behind, should another part them. */
  function letPass(from: Place, to: Place): void {
    if (from.block !== to.block) for (const part of [to.block, ...to.parts]) pass(from.block, part)
  }

  function learn(before: Sight, after: Sight, edit: Copying | undefined): void {
    for (const letter of before.letters.keys()) if (!after.letters.has(letter)) deleted.add(letter)
    for (const [letter, places] of after.letters) {
      const old = before.letters.get(letter) ?? []
      if (old.length === 0) homes.set(letter, [...(homes.get(letter) ?? []), ...places])
      else if (places.length < old.length) thinned.add(letter)
      if (old.length === 0) deleted.delete(letter)
      if (edit === 'copyAndPaste' && places.length > 1) seenTwice.add(letter)
      const isAnew = places.some(({ id }) => !old.some((place) => place.id === id))
      if (edit && isAnew) copied.set(letter, edit)
      for (const from of old) for (const to of places) letPass(from, to)
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
      learn(
        before,
        look(doc),
        copying.find((name) => name === edited),
      )
      return edited
    },
    belongs(letter, behind) {
      homes.set(letter, [...(homes.get(behind) ?? [])])
    },
    see(doc) {
      for (const [letter, places] of look(doc).letters) {
        const shown = places.filter((place) => place.isOdd)
        homes.set(letter, [...(homes.get(letter) ?? []), ...shown])
        if (places.length < 2 || seenTwice.has(letter)) continue
        seenTwice.add(letter)
        const edit = copied.get(letter)
        if (shown.length > 0) continue
        if (edit) forgiven.set(letter, edit)
        else doubled.add(letter)
      }
    },
    judge(doc) {
      const { letters } = look(doc)
      const lost = [...homes.keys()].filter(
        (letter) => !deleted.has(letter) && !thinned.has(letter) && !letters.has(letter),
      )
      const all = [...letters]
      const misplaced = all.filter(([letter, places]) => places.some((place) => isMisplaced(letter, place)))
      return {
        lost: lost.map(name),
        misplaced: misplaced.map(([letter]) => name(letter)),
        doubled: [...doubled].map(name),
        forgiven: [...forgiven].map(([letter, edit]) => ({ letter: name(letter), edit })),
      }
    },
  }
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
