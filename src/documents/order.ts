/**
 * Which items keep their place when a list is put into another order: the heaviest set that is in the same
 * order on both sides. The others are moved. Weights make the short block move past the long one, since what
 * is moved is written anew.
 */
export function stableItems(
  before: readonly string[],
  after: readonly string[],
  weight: (id: string) => number,
): ReadonlySet<string> {
  const start = commonPrefix(before, after)
  const end = commonSuffix(before.slice(start), after.slice(start))
  const stable = new Set([...before.slice(0, start), ...before.slice(before.length - end)])
  const positions = new Map(before.map((id, index) => [id, index]))
  const middle = after.slice(start, after.length - end).filter((id) => positions.has(id))
  for (const id of heaviestRise(middle, (item) => positions.get(item) ?? 0, weight)) stable.add(id)
  return stable
}

function commonPrefix(left: readonly string[], right: readonly string[]): number {
  let length = 0
  while (length < left.length && length < right.length && left[length] === right[length]) length++
  return length
}

function commonSuffix(left: readonly string[], right: readonly string[]): number {
  let length = 0
  while (length < Math.min(left.length, right.length) && left.at(-1 - length) === right.at(-1 - length))
    length++
  return length
}

/** Quadratic, but only over what lies between the first and the last difference. */
function heaviestRise(
  items: readonly string[],
  position: (id: string) => number,
  weight: (id: string) => number,
): readonly string[] {
  if (items.every((id, index) => index === 0 || position(items[index - 1] ?? id) < position(id))) return items
  const best: { id: string; total: number; previous: number }[] = []
  for (const id of items) {
    let previous = -1
    for (const [index, candidate] of best.entries()) {
      const better = previous < 0 || candidate.total > (best[previous]?.total ?? 0)
      if (position(candidate.id) < position(id) && better) previous = index
    }
    best.push({ id, total: weight(id) + (best[previous]?.total ?? 0), previous })
  }
  return chainEndingAtHeaviest(best)
}

function chainEndingAtHeaviest(
  best: readonly Readonly<{ id: string; total: number; previous: number }>[],
): readonly string[] {
  const totals = best.map((entry) => entry.total)
  const chain: string[] = []
  for (let at = totals.indexOf(Math.max(...totals)); at >= 0; ) {
    const entry = best[at]
    if (!entry) break
    chain.unshift(entry.id)
    at = entry.previous
  }
  return chain
}
