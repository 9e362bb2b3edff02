import { uuidv7 } from 'uuidv7'
import { failure } from '#contract/failures.ts'
import type { Article } from '#domain/article.ts'
import { articleDocument, articleIdOf, type DocumentId, translationOf } from '#domain/document-id.ts'
import { parseRevision } from '#domain/revision.ts'
import { findStamp, type JudgedPart, judgedParts } from '#domain/secret-stamps.ts'
import type { RecordService } from '../records/record-service.ts'
import type { BundledTexts, FalseAlarm } from '../services.ts'
import type { Clock } from '../store/clock.ts'
import type { ReadHandle } from '../store/database.ts'
import { judgedPartsOf, stringsIn } from './judged-parts.ts'
import { holdsPurged } from './purge.ts'
import { hitsOf, insertHit, stampTextHash } from './stamp-hits.ts'

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
    isForgotten: (unit) => isForgotten(store.read, unit),
    mayBeKept({ document, hash, body }, now, alarms) {
      const purged = purgedBlocks(records, store.read, document)
      const article = parseRevision(body)
      const source = translationOf(document)?.article
      const ofSource = source === undefined ? [] : purgedBlocks(records, store.read, articleDocument(source))
      if (purged.length + ofSource.length > 0 && isDropped(store.read, hash)) return false
      if (article && purged.some((block) => returns(article, block, now))) return false
      const parts = article ? judgedParts(article) : stringsIn(JSON.parse(body), '')
      const dismissed = knownHits(document).filter(({ state }) => state === 'dismissed')
      const harmless = [...alarms, ...dismissed.map(({ block, textHash }) => ({ part: block, textHash }))]
      return stamped(parts).every((found) => harmless.some(isOf(document, found)))
    },
  }
}

function returns(article: Article, block: string, now: Article | null): boolean {
  return holdsPurged(
    article,
    block === '*' ? null : block,
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

/** Its edits were taken in once, and are no more: nothing but a purge deletes a record. */
function isForgotten(db: ReadHandle, unit: string): boolean {
  const taken = 'SELECT 1 FROM tm_edits WHERE unit = ? AND record NOT IN (SELECT hash FROM records)'
  return db.prepare<[string]>(taken).get(unit) !== undefined
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
