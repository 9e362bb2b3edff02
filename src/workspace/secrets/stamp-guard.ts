import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { StampHit } from '#contract/secrets.ts'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp, type JudgedPart, judgedParts, judgedText, type Stamp } from '#domain/secret-stamps.ts'
import type { DocumentService } from '../documents/document-service.ts'
import type { EventService } from '../services.ts'
import type { Clock } from '../store/clock.ts'
import type { Store } from '../store/store.ts'
import { createCarets } from './carets.ts'
import { isBeingPurged } from './purge-notes.ts'
import { deleteHit, hitsOf, insertHit, markHeld, stampTextHash, tellHits } from './stamp-hits.ts'

/** Watches over state-secret stamps in articles (SEC1). */
export type StampGuard = Readonly<{
  /** The block a client's caret is in: not judged until the caret leaves it or rests. */
  typing(client: string, document: DocumentId, block: string | null): void
  /** Judges an article as it is on disk and stores what is found; true when a hit waits for a person. */
  judge(document: DocumentId, article: Article): boolean
  /** A client's caret left its block, or rests: judges what was spared for it until now. */
  settle(client: string, document: DocumentId): Result<null, Failure>
  /** A client is gone: nobody types there any more. */
  leave(client: string): void
  /** Nobody types any more: the workspace closes. */
  leaveAll(): void
  /** Judges all of it, the block being typed too: for whatever leaves the machine. */
  mayLeave(document: DocumentId): Result<null, Failure>
  hits(document: DocumentId): Result<readonly StampHit[], Failure>
}>

type GuardParts = Readonly<{
  store: Store
  documents: Pick<DocumentService, 'read'>
  events: EventService
  clock: Clock
}>

type Found = Readonly<{ part: string; stamp: Stamp; textHash: string }>

export function createStampGuard({ store, documents, events, clock }: GuardParts): StampGuard {
  const carets = createCarets()
  const lastSafe = createSafeBlocks()

  function judge(document: DocumentId, article: Article): boolean {
    const typed = carets.blocks(document)
    const held = isBeingPurged(store.read, document)
    const found = findStamps(judgedParts(article).filter((part) => !typed.includes(part.id)))
    const known = hitsOf(store.read, document)
    lastSafe.learn(document, article.blocks, [...found.map(({ part }) => part), ...typed])
    if (found.length === 0 && !known.some((hit) => hit.state === 'open')) return held
    const fresh = found.filter(
      ({ part, textHash }) =>
        !known.some((hit) => hit.block === part && hit.textHash === textHash && hit.state !== 'purged'),
    )
    const settled = known.filter(
      (hit) =>
        hit.state === 'open' &&
        !typed.includes(hit.block) &&
        !found.some(({ part, textHash }) => part === hit.block && textHash === hit.textHash),
    )
    if (fresh.length > 0 || settled.length > 0) {
      store.write((db) => {
        for (const hit of settled) deleteHit(db, hit.id)
        for (const { part, stamp, textHash } of fresh) {
          const row = {
            id: uuidv7(),
            document,
            block: part,
            stamp: stamp.stamp,
            textHash,
            at: clock.now(),
          }
          insertHit(db, { ...row, state: 'open', safe: lastSafe.of(document, part) })
        }
        markHeld(db, document)
      })
      tellHits(events, document)
    }
    return held || hitsOf(store.read, document).some((hit) => hit.state === 'open')
  }

  /** Judges what was spared; a document that cannot be read is judged when it can. */
  function judgeLeft(left: readonly DocumentId[]): void {
    for (const document of left) {
      const article = documents.read(document)
      if (article.ok) judge(document, article.value)
    }
  }

  return {
    judge,
    typing: carets.move,
    settle(client, document) {
      const article = documents.read(document)
      if (!article.ok) return article
      carets.move(client, document, null)
      judge(document, article.value)
      return succeed(null)
    },
    leave: (client) => judgeLeft(carets.leave(client)),
    leaveAll: () => judgeLeft(carets.leaveAll()),
    mayLeave(document) {
      const article = documents.read(document)
      if (!article.ok) return article
      carets.clear(document)
      if (!judge(document, article.value)) return succeed(null)
      const [hit] = openHits(hitsOf(store.read, document), article.value)
      return hit
        ? fail(failure('secret-stamp', { where: hit.block, stamp: hit.stamp, excerpt: hit.excerpt }))
        : fail(failure('secret-unjudged', { document }))
    },
    hits(document) {
      const article = documents.read(document)
      if (!article.ok) return article
      judge(document, article.value)
      return succeed(openHits(hitsOf(store.read, document), article.value))
    },
  }
}

function findStamps(parts: readonly JudgedPart[]): readonly Found[] {
  return parts.flatMap(({ id, text }) => {
    const stamp = findStamp(text)
    return stamp ? [{ part: id, stamp, textHash: stampTextHash(text) }] : []
  })
}

function openHits(rows: ReturnType<typeof hitsOf>, article: Article): readonly StampHit[] {
  const texts = new Map(judgedParts(article).map(({ id, text }) => [id, text]))
  return rows
    .filter((row) => row.state === 'open')
    .map(({ id, document, block, stamp }) => ({
      hit: id,
      document,
      block,
      stamp,
      excerpt: findStamp(texts.get(block) ?? '')?.excerpt ?? '',
    }))
}

const documentsRemembered = 48

/** Each block as it was when it was last judged safe, for the documents judged lately. */
function createSafeBlocks() {
  const safe = new Map<DocumentId, ReadonlyMap<string, Block>>()
  return {
    /** Takes note of all blocks but the stamped one and the one being typed, which keep what they had. */
    learn(document: DocumentId, blocks: readonly Block[], unsafe: readonly (string | undefined)[]): void {
      const before = safe.get(document)
      const now = blocks.flatMap((block) => {
        const kept = unsafe.includes(block.id) ? before?.get(block.id) : block
        return kept ? [[block.id, kept] as const] : []
      })
      safe.delete(document)
      safe.set(document, new Map(now))
      const [oldest] = safe.keys()
      if (safe.size > documentsRemembered && oldest !== undefined) safe.delete(oldest)
    },
    of(document: DocumentId, block: string): string | null {
      const kept = safe.get(document)?.get(block)
      return kept === undefined || judgedText(kept) === '' ? null : JSON.stringify(kept)
    },
  }
}
