import { useRef } from 'react'
import type { QueueItem } from '#contract/workflow.ts'
import { createWatchedValue } from '../../client/stores.ts'
import { useStore } from '../../ui/store.ts'

/** Which submission is being read: kept while the person is at another desk. */
const chosen = createWatchedValue<string | null>(null)

/** The item after one that leaves the queue: the one in its place, else the one before it. */
export function itemAfter(items: readonly QueueItem[], submission: string): string | null {
  const at = items.findIndex((item) => item.submission === submission)
  const next = items[at + 1] ?? items[at - 1]
  return next?.submission ?? null
}

/** The chosen item of the queue; the first one that I may decide on until another is chosen. */
export function useChosenItem(items: readonly QueueItem[]) {
  const submission = useStore(chosen)
  const latest = useRef(items)
  latest.current = items
  const item =
    items.find((known) => known.submission === submission) ??
    items.find(({ blocked }) => blocked === null) ??
    items[0]
  function move(step: 1 | -1) {
    const at = latest.current.findIndex((known) => known.submission === item?.submission)
    const next = latest.current[at + step]
    if (next) chosen.set(next.submission)
  }
  function decided(decision: string) {
    chosen.set(itemAfter(latest.current, decision))
  }
  return { item, choose: chosen.set, move, decided }
}
