import type { Failure } from '#contract/failures.ts'
import { readTranslation } from '#documents/translation/read-translation.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import {
  articleIdOf,
  commentedTranslation,
  type DocumentId,
  editionOf,
  trackOf,
  translationOf,
} from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { judgedField } from '#domain/secret-stamps.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { metadataBlock } from '#domain/segments/segments.ts'
import { splitSentences } from '#domain/segments/sentences.ts'
import type { NotedRow } from '#domain/translation/translation-note.ts'
import { revisionHash } from '../documents/revisions.ts'
import { segmentsOf } from '../documents/segment-memory.ts'
import type { Services } from '../services.ts'
import { holdsPurged, type PurgeTarget } from './purge.ts'
import type { HoldsPurged } from './purge-traces.ts'
import { judgeTrack, measureTracks, type TrackMeasure } from './purge-track.ts'

type Documents = Pick<Services, 'documents' | 'store'>

/** What the kept texts of a document are judged by, as data: a thread judges those of the backups. */
export type VersionMeasure =
  | Readonly<{ kind: 'all' }>
  | Readonly<{ kind: 'purged'; block: string; purged: Article }>
  | Readonly<{
      kind: 'translation'
      block: string
      purged: Article
      /** What the translation still holds. */
      texts: ReadonlySet<string>
      /** The article was purged, not the translation. */
      bySource: boolean
    }>
  | TrackMeasure

const all: VersionMeasure = { kind: 'all' }

/**
 * What judges the kept texts of one of the documents that a purge cleans: what is left of them. To be asked once they
 * are clean. What is not known here is judged to hold the text.
 */
export function measureVersions(
  services: Documents,
  target: PurgeTarget,
  document: DocumentId,
): Result<VersionMeasure, Failure> {
  const { documents } = services
  const { block } = target
  if (block === null || commentedTranslation(document) || !documents.exists(document)) return succeed(all)
  // an edition does not hold the article's words in blocks of the article's: none of what was kept of it stays
  if (editionOf(document) && document !== target.document) return succeed(all)
  if (trackOf(document)) return measureTracks(services, document, block)
  const purged = documents.exists(target.document) ? documents.read(target.document) : undefined
  if (purged === undefined) return succeed(all)
  if (!purged.ok) return purged
  if (!translationOf(document)) return succeed({ kind: 'purged', block, purged: purged.value })
  const texts = documents.inspect(document, textIds)
  if (!texts.ok) return texts
  const bySource = articleIdOf(target.document) !== undefined
  return succeed({ kind: 'translation', block, purged: purged.value, texts: texts.value, bySource })
}

/** Judges kept texts by such a measure. */
export function judgeVersions(measure: VersionMeasure): HoldsPurged {
  if (measure.kind === 'all') return () => true
  if (measure.kind === 'track') return judgeTrack(measure)
  const { block, purged } = measure
  const safe = purged.blocks.find(({ id }) => id === block)
  const ofPurged: HoldsPurged = (body) => body === undefined || holdsPurged(body, block, safe)
  if (measure.kind === 'purged') return ofPurged
  const lost: HoldsPurged = (body) =>
    body?.translation?.others.some(({ id }) => !measure.texts.has(id)) ?? true
  if (!measure.bySource) {
    // a text that no row shows may have stood anywhere before
    const hidden = block.startsWith('text/')
    return (body) => hidden || lost(body) || ofPurged(body)
  }
  const translated = ofSource(purged, block, safe)
  return (body) => body === undefined || lost(body) || translated(body)
}

function textIds(doc: Parameters<typeof readTranslation>[0]): ReadonlySet<string> {
  const { texts, added } = readTranslation(doc, revisionHash)
  return new Set([...texts.map(({ id }) => id), ...added.map(({ id }) => `+/${id}`)])
}

/** A translation's kept text holds what its article lost: by the block of its rows, and where that cannot be told. */
function ofSource(article: Article, block: string, safe: Block | undefined): (body: Article) => boolean {
  const said = sentencesOf(article)
  const { language } = article.metadata
  const field = judgedField(block)
  const safely = sentencesOf({ metadata: { ...emptyMetadata, language }, blocks: safe ? [safe] : [] })
  const isHere = (row: NotedRow) =>
    field === undefined ? row.block === block : row.block === metadataBlock && row.field === field
  const isUnclear = (row: NotedRow) => {
    const source = plainText(row.source)
    const isMerged = !said.has(source) && splitSentences(source, language).length > 1
    return row.state === 'stale' || row.state === 'variants' || isMerged
  }
  return (body) => {
    const rows = body.translation?.rows ?? []
    const here = rows.filter(isHere)
    if (rows.some(isUnclear) || here.some(({ source }) => !safely.has(plainText(source)))) return true
    return here.length === 0 && holdsPurged(body, block, undefined)
  }
}

function sentencesOf(article: Article): ReadonlySet<string> {
  return new Set(segmentsOf(article).map(({ source }) => plainText(source)))
}
