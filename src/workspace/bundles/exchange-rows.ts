import type { ExchangeRow } from '#contract/bundles.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

export type Exchange = ExchangeRow & Readonly<{ person: string }>

/** Notes that a bundle left or came; the first time counts. */
export function noteExchange(db: WriteHandle, exchange: Exchange): void {
  prepared<[Exchange]>(
    db,
    `INSERT INTO exchanges (bundle, direction, way, at, device, person, name, documents, changed, bytes)
     VALUES (@bundle, @direction, @way, @at, @device, @person, @name, @documents, @changed, @bytes)
     ON CONFLICT (bundle, direction) DO NOTHING`,
  ).run(exchange)
}

export function newestExchanges(db: ReadHandle, limit: number): ExchangeRow[] {
  return prepared<[number], ExchangeRow>(
    db,
    `SELECT bundle, direction, way, at, name, device, documents, changed, bytes
     FROM exchanges ORDER BY at DESC, bundle LIMIT ?`,
  ).all(limit)
}

/** When a bundle was opened here, or null. */
export function openedAt(db: ReadHandle, bundle: string): number | null {
  const row = prepared<[string], { at: number }>(
    db,
    "SELECT at FROM exchanges WHERE bundle = ? AND direction = 'received'",
  ).get(bundle)
  return row?.at ?? null
}

export type SeenDevice = Readonly<{
  device: string
  workspace: string
  person: string
  name: string
  at: number
  states: readonly Readonly<{ document: string; digest: string }>[]
}>

/**
 * Keeps what another machine said it holds. A bundle that was made before one already opened says nothing new of the
 * documents that both name.
 */
export function noteDevice(db: WriteHandle, { states, ...seen }: SeenDevice): void {
  prepared<[Omit<SeenDevice, 'states'>]>(
    db,
    `INSERT INTO devices (device, workspace, person, name, seen_at) VALUES (@device, @workspace, @person, @name, @at)
     ON CONFLICT (device) DO UPDATE SET person = excluded.person, name = excluded.name, seen_at = excluded.seen_at
     WHERE excluded.seen_at > seen_at`,
  ).run(seen)
  const put = prepared<[string, string, string, number]>(
    db,
    `INSERT INTO device_states (device, document, digest, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (device, document) DO UPDATE SET digest = excluded.digest, at = excluded.at WHERE excluded.at > at`,
  )
  for (const { document, digest } of states) put.run(seen.device, document, digest, seen.at)
}
