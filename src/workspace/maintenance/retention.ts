import { backupTime } from '../store/backup-files.ts'

const keptOfToday = 3
const keptInAll = 10

/** Backups that may go: three of today stay and the newest of each day before, ten in all. Days are local. */
export function expiredBackups(names: readonly string[], now: number): readonly string[] {
  const newestFirst = [...names].sort().reverse()
  const seen = new Map<string, number>()
  const kept = newestFirst.filter((name) => {
    const day = dayOf(backupTime(name) ?? 0)
    const before = seen.get(day) ?? 0
    seen.set(day, before + 1)
    return before < (day === dayOf(now) ? keptOfToday : 1)
  })
  const staying = new Set(kept.slice(0, keptInAll))
  return newestFirst.filter((name) => !staying.has(name))
}

function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}
