import type { Database } from 'better-sqlite3'
import type { WriteHandle } from './database.ts'

export type MetaKey = 'workspace' | 'device' | 'place' | 'generation' | 'cleanExit' | 'projected' | 'screens'

export function readMeta(db: Database, key: MetaKey): string | undefined {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)
  return row?.value
}

export function deleteMeta(db: WriteHandle, key: MetaKey): void {
  db.prepare('DELETE FROM meta WHERE key = ?').run(key)
}

export function writeMeta(db: WriteHandle, key: MetaKey, value: string): void {
  db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
