import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { changeArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleIdOf, commentedTranslation, type DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { parseRevision } from '#domain/revision.ts'
import type { Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import { articleWithout, safeBlock, worthGivingBack } from './purge.ts'
import { eraseOwn } from './purge-kinds.ts'
import type { Purge } from './purge-notes.ts'
import { eraseInStory, purgedTogether } from './purge-story.ts'
import { purgedWords } from './purged-words.ts'
import type { SharedWords } from './shared-words.ts'

type TextServices = Pick<Services, 'documents' | 'store'>
type LosingServices = TextServices & Readonly<{ shared: SharedWords }>

/**
 * The ordinary update that others receive, too. Answers what holds the purged words and stays: a person decides on
 * that.
 */
export async function deleteText(
  { documents, store, shared }: LosingServices,
  purge: Purge,
): Promise<Result<readonly string[], Failure>> {
  if (articleIdOf(purge.document) === undefined) {
    const own = await eraseOwn({ documents, store }, purge)
    return own.ok ? succeed([]) : own
  }
  const article = documents.read(purge.document)
  if (!article.ok) return article
  const kept = [...keptArticles(store.read, purge.document)]
  const earlier = rememberedBlock(purge) ?? safeBlock(kept, purge.block)
  const now = article.value.blocks.find(({ id }) => id === purge.block)
  const next = articleWithout(article.value, purge, worthGivingBack(earlier, now))
  const lost = purgedWords([article.value, ...kept], purge, next)
  const leaving = { next, target: purge, holds: lost.holds }
  const erase = async () => {
    store.write((db) => shared.forget(db, purge.id, lost))
    return eraseInStory({ documents, store, profile: purge.profile }, leaving)
  }
  // while the article still says what goes, should the process be killed; and again what was written meanwhile
  const before = await erase()
  if (!before.ok) return before
  const edited = await documents.edit(purge.document, purge.profile, (doc) => changeArticle(doc, next))
  if (!edited.ok) return edited
  const after = await erase()
  return after.ok ? succeed(shared.termsWith(lost.holds)) : after
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

/** Puts documents that never held the text in their place: garbage collection leaves no word of what was deleted. */
export function rewriteCollected({ documents, store }: TextServices, purge: Purge): Result<unknown, Failure> {
  for (const document of purgedDocuments({ documents, store }, purge)) {
    const state = collectedState(documents, document)
    if (!state.ok) return state
    const replaced = documents.replace(document, state.value)
    if (!replaced.ok) return replaced
  }
  return succeed(null)
}

/** What is here of what loses text. */
export function purgedDocuments(
  { documents, store }: TextServices,
  { document }: Purge,
): readonly DocumentId[] {
  return purgedTogether(store.read, document).filter(documents.exists)
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
export function keepPurged(services: TextServices, purge: Purge): Result<unknown, Failure> {
  for (const document of purgedDocuments(services, purge)) {
    if (commentedTranslation(document)) continue
    const kept = services.documents.keepRevision(uuidv7(), document, 'purged', '', purge.profile)
    if (!kept.ok) return kept
  }
  return succeed(null)
}
