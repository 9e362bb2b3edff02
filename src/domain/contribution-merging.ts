import type { AuthoredRange } from './authorship.ts'
import { fail, type Result, succeed } from './result.ts'

/**
 * What two copies of a document know of who wrote it, together. A device's stretches only ever grow at their end, so
 * the longer of two that begin at the same place holds the other. Two people on one stretch of one device cannot be:
 * the failure names the device. What another copy says of `ownDevice` is not looked at: this machine knows best what
 * was written on it.
 */
export function mergeContributions(
  known: readonly AuthoredRange[],
  incoming: readonly AuthoredRange[],
  ownDevice: string,
): Result<readonly AuthoredRange[], string> {
  const merged = new Map<string, AuthoredRange>()
  for (const range of [...known, ...incoming.filter(({ device }) => device !== ownDevice)]) {
    const key = `${range.device} ${range.firstSequence}`
    const same = merged.get(key)
    if (same && same.profile !== range.profile) return fail(range.device)
    if (!same || same.lastSequence < range.lastSequence) merged.set(key, range)
  }
  const sorted = [...merged.values()].sort(
    (left, right) =>
      (left.device < right.device ? -1 : left.device > right.device ? 1 : 0) ||
      left.firstSequence - right.firstSequence,
  )
  const quarrel = sorted.find((range, index) => overlaps(sorted[index - 1], range))
  return quarrel ? fail(quarrel.device) : succeed(sorted)
}

function overlaps(before: AuthoredRange | undefined, range: AuthoredRange): boolean {
  return (
    before?.device === range.device &&
    before.lastSequence >= range.firstSequence &&
    before.profile !== range.profile
  )
}
