import { backupTime, isOfMigration } from '../store/backup-files.ts'

const dayLength = 86_400_000
const keptOfToday = 3
const keptInAll = 10
/** How long the copy of before a schema change stays at least: until what the change spoilt would have been seen. */
const migrationDays = 30

/**
 * Backups that may go: three of today stay and the newest of each day before, ten in all. Days are local. Beside
 * these stay the newest copy of before a schema change and those of the last thirty days: no other backup can be
 * opened by the program of before.
 */
export function expiredBackups(names: readonly string[], now: number): readonly string[] {
  const newestFirst = [...names].sort().reverse()
  const ofMigrations = newestFirst.filter(isOfMigration)
  const oldEnough = ofMigrations.slice(1).filter((name) => now - timeOf(name) > migrationDays * dayLength)
  return [
    ...expiredOrdinary(
      newestFirst.filter((name) => !isOfMigration(name)),
      now,
    ),
    ...oldEnough,
  ]
}

function expiredOrdinary(newestFirst: readonly string[], now: number): readonly string[] {
  const seen = new Map<string, number>()
  const kept = newestFirst.filter((name) => {
    const day = dayOf(timeOf(name))
    const before = seen.get(day) ?? 0
    seen.set(day, before + 1)
    return before < (day === dayOf(now) ? keptOfToday : 1)
  })
  const staying = new Set(kept.slice(0, keptInAll))
  return newestFirst.filter((name) => !staying.has(name))
}

function timeOf(name: string): number {
  return backupTime(name) ?? 0
}

function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}
