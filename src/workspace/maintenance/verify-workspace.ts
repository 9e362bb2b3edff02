import { basename } from 'node:path'
import type { Verdict } from '#contract/packages.ts'
import { askDatabaseWorker } from '../store/ask-worker.ts'
import type { ReadHandle } from '../store/database.ts'
import { verifyAssets } from './verify-assets.ts'
import { verifyLog } from './verify-log.ts'

/** What the signatures say, from those who know about signatures. */
export type RecordsVerdict = Pick<Verdict, 'outcome' | 'records' | 'newsroom' | 'problems'>

/** Everything that can be checked offline: the database, the log, every asset, every signature. */
export async function verifyWorkspace(
  db: ReadHandle,
  pathOf: (hash: string) => string,
  verifyRecords: () => RecordsVerdict | Promise<RecordsVerdict>,
): Promise<Verdict> {
  const database = await askDatabaseWorker({ kind: 'check', database: db.name, depth: 'integrity_check' })
  const log = await verifyLog(db)
  const assets = await verifyAssets(db, pathOf)
  const records = await verifyRecords()
  const damage =
    database.fault === null
      ? []
      : [{ code: 'database-damaged', file: basename(db.name), detail: database.fault }]
  const ours = [...damage, ...log, ...assets.problems]
  return {
    kind: 'workspace',
    outcome: ours.length > 0 ? 'damaged' : records.outcome,
    files: assets.files + 1,
    records: records.records,
    newsroom: records.newsroom,
    problems: [...ours, ...records.problems],
  }
}
