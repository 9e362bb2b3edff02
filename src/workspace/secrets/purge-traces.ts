import { failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { parseRevision } from '#domain/revision.ts'
import type { WriteHandle } from '../store/database.ts'
import type { PurgeTarget } from './purge.ts'
import { purgedStory, purgedTogether } from './purge-story.ts'

/** True for a kept text that holds what is purged, and for one that cannot be read. */
export type HoldsPurged = (body: Article | undefined) => boolean

/** Drops the bodies that hold what is purged; when and by whom they were kept stays. */
export function dropRevisions(db: WriteHandle, document: DocumentId, holdsPurged: HoldsPurged): void {
  const bodies = db
    .prepare<[string], { hash: string; body: string }>('SELECT hash, body FROM revisions WHERE document = ?')
    .all(document)
  const dropped = bodies.filter(({ body }) => holdsPurged(parseRevision(body)))
  for (const { hash } of dropped) db.prepare('DELETE FROM revisions WHERE hash = ?').run(hash)
}

/**
 * What other tables hold of a purged text: the rows of its packages, the titles of their jobs, and the earlier text
 * of judged blocks. A job does not say which article it was about: one that left no package loses its title, too.
 */
export function dropTraces(db: WriteHandle, { document, block }: PurgeTarget): void {
  db.prepare('UPDATE stamp_hits SET safe = NULL WHERE document = ? AND (? IS NULL OR block = ?)').run(
    document,
    block,
    block,
  )
  for (const each of purgedTogether(db, document)) {
    if (each !== document) db.prepare('UPDATE stamp_hits SET safe = NULL WHERE document = ?').run(each)
  }
  const article = purgedStory(document)
  if (article === undefined) return
  const untold = JSON.stringify(failure('cancelled', {}))
  db.prepare(
    `UPDATE jobs SET subject = '', failure = iif(failure IS NULL, NULL, ?)
     WHERE kind = 'export' AND id NOT IN (SELECT id FROM packages WHERE article <> ?)`,
  ).run(untold, article)
  db.prepare('DELETE FROM packages WHERE article = ?').run(article)
}
