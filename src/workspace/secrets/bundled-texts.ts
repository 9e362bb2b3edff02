import { uuidv7 } from 'uuidv7'
import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { parseRevision } from '#domain/revision.ts'
import { findStamp, type JudgedPart, judgedParts } from '#domain/secret-stamps.ts'
import type { RecordService } from '../records/record-service.ts'
import type { Clock } from '../store/clock.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { holdsPurged } from './purge.ts'
import { hitsOf, insertHit, stampTextHash } from './stamp-hits.ts'

/** A part that looks like a stamp and that a person called a false alarm: said with the text wherever it goes. */
export type FalseAlarm = Readonly<{ part: string; textHash: string; reason: string }>

/** What of a document the guard judges, and what of it stays out of a workspace (SEC1). */
export type BundledTexts = Readonly<{
  partsOf(document: DocumentId, doc: Y.Doc): readonly JudgedPart[]
  /** What a person here called a false alarm and still stands in the text. */
  falseAlarms(document: DocumentId, parts: readonly JudgedPart[]): readonly FalseAlarm[]
  /** Refuses a text with a stamp that nobody has judged, here or there; what was purged here is never let in again. */
  refusal(document: DocumentId, parts: readonly JudgedPart[], alarms: readonly FalseAlarm[]): Failure | null
  /** Takes over what the sender called a false alarm, inside the caller's transaction. */
  noteFalseAlarms(
    db: WriteHandle,
    document: DocumentId,
    parts: readonly JudgedPart[],
    alarms: readonly FalseAlarm[],
  ): void
  /** False for a kept text that holds a stamp, or what was purged here: it is not stored, whoever sends it. */
  mayBeKept(
    kept: Readonly<{ document: DocumentId; hash: string; body: string }>,
    now: Article | null,
    alarms: readonly FalseAlarm[],
  ): boolean
}>

type Judged = Readonly<{ part: string; textHash: string }>

type Parts = Readonly<{ store: Readonly<{ read: ReadHandle }>; records: RecordService; clock: Clock }>

export function createBundledTexts({ store, records, clock }: Parts): BundledTexts {
  const knownHits = (document: DocumentId) => hitsOf(store.read, document)

  function stamped(parts: readonly JudgedPart[]) {
    return parts.flatMap(({ id, text }) => {
      const stamp = findStamp(text)
      return stamp ? [{ part: id, textHash: stampTextHash(text), stamp }] : []
    })
  }

  /** A hit in an article is of one block; what a translation holds is judged text by text, wherever it is shown. */
  function isOf(document: DocumentId, { part, textHash }: Judged) {
    const byPlace = articleIdOf(document) !== undefined
    return (other: Judged) => other.textHash === textHash && (!byPlace || other.part === part)
  }

  return {
    partsOf: judgedPartsOf,
    falseAlarms(document, parts) {
      const found = stamped(parts)
      const dismissed = dismissedAlarms(store.read, document)
      return found.flatMap(({ part, textHash }) => {
        const alarm = dismissed.find(isOf(document, { part, textHash }))
        return alarm ? [{ part, textHash, reason: alarm.reason }] : []
      })
    },
    refusal(document, parts, alarms) {
      const known = knownHits(document)
      for (const { part, textHash, stamp } of stamped(parts)) {
        const isSame = isOf(document, { part, textHash })
        const here = known.filter((hit) => isSame({ part: hit.block, textHash: hit.textHash }))
        const purged = here.some(({ state }) => state === 'purged')
        const settled = here.length > 0 || alarms.some(isSame)
        if (purged || !settled) return failure('secret-stamp', { where: part, ...stamp })
      }
      return null
    },
    noteFalseAlarms(db, document, parts, alarms) {
      const known = hitsOf(db, document)
      for (const { part, textHash, stamp } of stamped(parts)) {
        const isSame = isOf(document, { part, textHash })
        const alarm = alarms.find(isSame)
        if (!alarm || known.some((hit) => isSame({ part: hit.block, textHash: hit.textHash }))) continue
        const row = { id: uuidv7(), document, block: part, stamp: stamp.stamp, textHash, at: clock.now() }
        insertHit(db, { ...row, state: 'dismissed', safe: null }, alarm.reason)
      }
    },
    mayBeKept({ document, hash, body }, now, alarms) {
      const purged = purgedBlocks(records, store.read, document)
      const article = parseRevision(body)
      if (purged.length > 0 && isDropped(store.read, hash)) return false
      if (article && purged.some((block) => returns(article, document, block, now))) return false
      const parts = article ? judgedParts(article) : stringsIn(JSON.parse(body), '')
      const dismissed = knownHits(document).filter(({ state }) => state === 'dismissed')
      const harmless = [...alarms, ...dismissed.map(({ block, textHash }) => ({ part: block, textHash }))]
      return stamped(parts).every((found) => harmless.some(isOf(document, found)))
    },
  }
}

/** Articles by block and field; documents of other kinds by their root texts and plain values. */
function judgedPartsOf(document: DocumentId, doc: Y.Doc): readonly JudgedPart[] {
  if (articleIdOf(document) !== undefined) return judgedParts(readArticle(doc))
  return [...doc.share.keys()].flatMap((name) =>
    name.includes('/')
      ? [{ id: name, text: doc.getText(name).toString() }]
      : stringsIn(doc.getMap(name).toJSON(), name),
  )
}

function stringsIn(value: unknown, at: string): readonly JudgedPart[] {
  if (typeof value === 'string') return [{ id: at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, `${at}/${name}`))
}

function returns(article: Article, document: DocumentId, block: string, now: Article | null): boolean {
  const target = { document, block: block === '*' ? null : block }
  return holdsPurged(
    article,
    target,
    now?.blocks.find(({ id }) => id === block),
  )
}

/** The blocks of a document that were purged, by the records and by what was found here. */
function purgedBlocks(records: RecordService, db: ReadHandle, document: DocumentId): readonly string[] {
  const signed = records
    .ofDocument(document)
    .flatMap(({ record }) => (record.kind === 'purge' ? [record.block] : []))
  const found = hitsOf(db, document).flatMap(({ state, block }) => (state === 'purged' ? [block] : []))
  return [...new Set([...signed, ...found])]
}

/** A version of here that has lost its body to a purge. */
function isDropped(db: ReadHandle, hash: string): boolean {
  return (
    db.prepare('SELECT 1 FROM versions WHERE revision = ? LIMIT 1').get(hash) !== undefined &&
    db.prepare('SELECT 1 FROM revisions WHERE hash = ?').get(hash) === undefined
  )
}

function dismissedAlarms(db: ReadHandle, document: DocumentId): readonly FalseAlarm[] {
  const rows = db
    .prepare<[string], FalseAlarm>(
      `SELECT block AS part, text_hash AS textHash, reason FROM stamp_hits
       WHERE document = ? AND state = 'dismissed'`,
    )
    .all(document)
  return rows.map((row) => ({ ...row, reason: row.reason.slice(0, 2000) }))
}
