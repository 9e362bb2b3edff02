import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { changeArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { parseRevision } from '#domain/revision.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import { articleWithout, safeBlock } from './purge.ts'
import type { Purge } from './purge-notes.ts'

type TextServices = Pick<Services, 'documents' | 'store'>

/** The ordinary update that others receive, too. */
export async function deleteText(
  { documents, store }: TextServices,
  purge: Purge,
): Promise<Result<unknown, Failure>> {
  const article = documents.read(purge.document)
  if (!article.ok) return article
  const safe = rememberedBlock(purge) ?? safeBlock(keptArticles(store.read, purge.document), purge.block)
  const next = articleWithout(article.value, purge, safe)
  return documents.edit(purge.document, purge.profile, (doc) => changeArticle(doc, next))
}

/** What the guard remembered when it found the hit: our own JSON. */
function rememberedBlock({ block, safe }: Purge): Block | undefined {
  return block === null || safe === null ? undefined : (JSON.parse(safe) as Block)
}

function* keptArticles(db: ReadHandle, document: DocumentId): Iterable<Article> {
  const hashes = db
    .prepare<[string], string>('SELECT DISTINCT revision FROM versions WHERE document = ? ORDER BY at DESC')
    .pluck()
    .all(document) as string[]
  const body = db.prepare<[string], string>('SELECT body FROM revisions WHERE hash = ?').pluck()
  for (const hash of hashes) {
    const article = parseRevision(String(body.get(hash) ?? ''))
    if (article) yield article
  }
}

/** Puts a document that never held the text in its place: garbage collection leaves no word of what was deleted. */
export function rewriteCollected(
  { documents }: TextServices,
  document: DocumentId,
): Result<unknown, Failure> {
  const state = collectedState(documents, document)
  return state.ok ? documents.replace(document, state.value) : state
}

/** The document as it is now, collected; an empty one where the workspace does not know it. */
export function collectedState(
  documents: Services['documents'],
  document: DocumentId,
): Result<Uint8Array, Failure> {
  const doc = new Y.Doc({ gc: true })
  if (documents.exists(document)) {
    const whole = documents.state(document)
    if (!whole.ok) return whole
    Y.applyUpdate(doc, whole.value.update)
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return succeed(state)
}

/** What is left is kept as a version of its own, so that the history says when it was purged. */
export function keepPurged({ documents }: TextServices, purge: Purge): Result<unknown, Failure> {
  return documents.keepRevision(uuidv7(), purge.document, 'purged', '', purge.profile)
}
