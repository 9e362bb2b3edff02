import { existsSync, readdirSync } from 'node:fs'

/** `2026-11-24T073713000Z.sqlite`, `…-migration.sqlite`: names sort by age. */
const backupName = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z(-[a-z]+)?\.sqlite$/

export function nameBackup(at: number, occasion: 'daily' | 'migration' | 'restore'): string {
  const stamp = new Date(at).toISOString().replace(/[:.]/g, '')
  return occasion === 'daily' ? `${stamp}.sqlite` : `${stamp}-${occasion}.sqlite`
}

/** When a backup was made, in milliseconds since 1970 UTC, by its name; undefined for any other file. */
export function backupTime(name: string): number | undefined {
  const [, day, hour, minute, second, millisecond] = backupName.exec(name) ?? []
  if (day === undefined) return undefined
  return Date.parse(`${day}T${hour}:${minute}:${second}.${millisecond}Z`)
}

/** True for the copy that was made before a schema change. */
export function isOfMigration(name: string): boolean {
  return name.endsWith('-migration.sqlite')
}

/** Names of all backups, newest first. */
export function backupNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
    .reverse()
}
