import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

/** The newsroom this workspace trusts. `confirmed`: its recovery file was read back. */
export type Newsroom = Readonly<{ name: string; rootKey: string; confirmed: boolean }>

const keys = { name: 'newsroom.name', rootKey: 'newsroom.rootKey', confirmed: 'newsroom.confirmed' } as const

export function readNewsroom(db: ReadHandle): Newsroom | null {
  const value = (key: string) =>
    preparedColumn<[string], string>(db, 'SELECT value FROM meta WHERE key = ?').get(key)
  const name = value(keys.name)
  const rootKey = value(keys.rootKey)
  if (typeof name !== 'string' || typeof rootKey !== 'string') return null
  return { name, rootKey, confirmed: value(keys.confirmed) === 'yes' }
}

export function writeNewsroom(db: WriteHandle, newsroom: Newsroom): void {
  const put = prepared(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  put.run(keys.name, newsroom.name)
  put.run(keys.rootKey, newsroom.rootKey)
  put.run(keys.confirmed, newsroom.confirmed ? 'yes' : 'no')
}
