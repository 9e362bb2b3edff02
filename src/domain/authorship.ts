/** A stretch of a document's log written by one profile on one device; sequences count from 1. */
export type AuthoredRange = Readonly<{
  device: string
  firstSequence: number
  lastSequence: number
  profile: string
}>

/** Per device, the highest sequence of the log that a text holds. */
export type Reached = Readonly<Record<string, number>>

/**
 * Who wrote what `upTo` holds and `after` does not, sorted. Without an earlier approved text `after` is `{}`:
 * all who ever wrote. A stretch that only touches the limits counts for the part between them.
 */
export function authorsBetween(ranges: readonly AuthoredRange[], after: Reached, upTo: Reached): string[] {
  const profiles = ranges.filter((range) => {
    const first = Math.max(range.firstSequence, (after[range.device] ?? 0) + 1)
    const last = Math.min(range.lastSequence, upTo[range.device] ?? 0)
    return first <= last
  })
  return [...new Set(profiles.map((range) => range.profile))].sort()
}
