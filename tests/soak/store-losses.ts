import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { blockText } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { createDocumentService } from '#workspace/documents/document-service.ts'
import { verifyLog } from '#workspace/maintenance/verify-log.ts'
import { doDatabaseTask } from '#workspace/store/database-tasks.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'

/** What the killed process was told is saved, over all its lives. */
export type Acknowledged = {
  created: Set<string>
  saved: Map<string, Set<string>>
  kept: Set<string>
  backups: Set<string>
}

export function nothingYet(): Acknowledged {
  return { created: new Set(), saved: new Map(), kept: new Set(), backups: new Set() }
}

/** Notes a line of the victim's. */
export function note(told: Acknowledged, [kind = '', subject = '', token = '']: readonly string[]): void {
  if (kind === 'created') told.created.add(subject)
  if (kind === 'kept') told.kept.add(subject)
  if (kind === 'backup') told.backups.add(subject)
  if (kind === 'saved') told.saved.set(subject, (told.saved.get(subject) ?? new Set()).add(token))
}

/** Opens the workspace anew and answers what was acknowledged and is not there, or is not whole. */
export async function lossesIn(folder: string, told: Acknowledged): Promise<readonly string[]> {
  const paths = workspacePaths(folder)
  const opened = openStore(paths, { now: Date.now })
  if (!opened.ok) return [JSON.stringify(opened.failure)]
  const store = opened.value
  try {
    const integrity = String(store.read.pragma('integrity_check', { simple: true }))
    const log = await verifyLog(store.read)
    return [
      ...(integrity === 'ok' ? [] : [integrity]),
      ...log.map((problem) => JSON.stringify(problem)),
      ...lostDocuments(store, told),
      ...lostBackups(paths.backups, told),
    ]
  } finally {
    store.close()
  }
}

function lostDocuments(store: Store, told: Acknowledged): readonly string[] {
  const documents = createDocumentService({ store, clock: { now: Date.now } })
  const textOf = (document: string): string => {
    const article = documents.read(document as DocumentId)
    return article.ok ? article.value.blocks.map(blockText).join('\n') : ''
  }
  const created = [...told.created].filter((document) => !documents.exists(document as DocumentId))
  const typed = [...told.saved].flatMap(([document, tokens]) => {
    const text = textOf(document)
    return [...tokens].filter((token) => text.split(token).length !== 2)
  })
  const kept = [...told.kept].filter((hash) => !documents.revision(hash).ok)
  return [...created, ...typed, ...kept]
}

/** Backups may go by the retention rule; those that are there are whole, and none is half written. */
function lostBackups(folder: string, told: Acknowledged): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
  const newest = [...told.backups].sort().at(-1)
  const broken = names.filter(
    (name) => doDatabaseTask({ kind: 'look', database: join(folder, name) }).fault !== null,
  )
  return newest === undefined || names.includes(newest) ? broken : [...broken, newest]
}
