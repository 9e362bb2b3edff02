import type { SignedRecord } from './records.ts'

/** All that a set of records leads back to, and whether some of it is not at hand. */
type Ancestry = Readonly<{ hashes: ReadonlySet<string>; complete: boolean }>

const nothing: Ancestry = { hashes: new Set(), complete: false }

/** Who came before whom among records that name others by hash. Hashes allow no cycles. */
export type RecordGraph<Item extends SignedRecord> = Readonly<{
  get(hash: string): Item | undefined
  items: readonly Item[]
  /** What an item follows, itself not included. */
  before(item: Item): Ancestry
  /** The named records and all before them. */
  upTo(names: readonly string[]): Ancestry
}>

/**
 * Builds the graph over `items`; `named` says which hashes one names. A name that is not among the items
 * leaves the ancestry incomplete. Items come back sorted by hash, so nothing depends on arrival.
 */
export function recordGraph<Item extends SignedRecord>(
  items: readonly Item[],
  named: (item: Item) => readonly string[],
): RecordGraph<Item> {
  const byHash = new Map(items.map((item) => [item.hash, item]))
  const known = new Map<string, Ancestry>()

  function upTo(names: readonly string[]): Ancestry {
    const hashes = new Set<string>()
    let complete = true
    for (const name of names) {
      const item = byHash.get(name)
      const earlier = item && before(item)
      if (!earlier?.complete) complete = false
      if (!earlier) continue
      hashes.add(name)
      for (const hash of earlier.hashes) hashes.add(hash)
    }
    return { hashes, complete }
  }

  function before(item: Item): Ancestry {
    const waiting = [item]
    for (let next = waiting.at(-1); next && !known.has(item.hash); next = waiting.at(-1)) {
      const open = openNames(next)
      if (open.length === 0) known.set(next.hash, upTo(named(next)))
      if (open.length === 0) waiting.pop()
      waiting.push(...open)
    }
    return known.get(item.hash) ?? nothing
  }

  /** Named items whose ancestry is not worked out yet: walked with a list, as a hostile chain may be deep. */
  function openNames(item: Item): Item[] {
    return named(item).flatMap((name) => {
      const earlier = byHash.get(name)
      return earlier && !known.has(name) ? [earlier] : []
    })
  }

  const sorted = [...byHash.values()].sort((left, right) => (left.hash < right.hash ? -1 : 1))
  return { get: (hash) => byHash.get(hash), items: sorted, before, upTo }
}

/** The items that no other of them follows. */
export function latest<Item extends SignedRecord, Some extends Item>(
  graph: RecordGraph<Item>,
  items: readonly Some[],
): readonly Some[] {
  const followed = new Set<string>()
  for (const item of items) for (const hash of graph.before(item).hashes) followed.add(hash)
  return items.filter((item) => !followed.has(item.hash))
}
