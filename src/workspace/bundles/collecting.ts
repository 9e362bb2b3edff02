import { setImmediate as breathe } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import { articleIdOf, type DocumentId, editionOf } from '#domain/document-id.ts'
import { isMembership, type SignedRecord } from '#domain/records.ts'
import { type Result, succeed } from '#domain/result.ts'
import { citedSource, parseRevision } from '#domain/revision.ts'
import { assetName, documentName, revisionName } from '#formats/bundle/entries.ts'
import type { BundleDocument, BundleManifest } from '#formats/bundle/manifest.ts'
import { errorCode } from '../store/durable-files.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { BundleServices } from './bundle-services.ts'
import type { BundleWriter } from './bundle-writer.ts'
import { recordsDigest, sha256Of } from './hashing.ts'

export type HeldBack = Readonly<{ document: DocumentId; title: string; failure: Failure }>

export type Collected = Readonly<{
  documents: readonly BundleDocument[]
  heldBack: readonly HeldBack[]
  records: readonly SignedRecord[]
  revisions: BundleManifest['revisions']
  assets: BundleManifest['assets']
  missing: readonly string[]
}>

/**
 * Writes what leaves of some documents: states, the texts that records cite, pictures. A document with a stamp or an
 * unjudged block does not leave, and is named (SEC1). Beside them come the records about them and the newsroom's
 * memberships, up to its root. Nothing else, and no key.
 */
export async function collectDocuments(
  services: BundleServices,
  writer: BundleWriter,
  wanted: readonly DocumentId[],
): Promise<Result<Collected, Failure>> {
  const documents: BundleDocument[] = []
  const heldBack: HeldBack[] = []
  const wantedAssets = new Set<string>()
  for (const document of [...new Set(wanted)].sort()) {
    await breathe()
    const leaving = leave(services, document)
    if (leaving.kind === 'heldBack') heldBack.push(leaving.held)
    if (leaving.kind === 'failed') return { ok: false, failure: leaving.failure }
    if (leaving.kind !== 'leaves') continue
    documents.push(leaving.entry)
    for (const hash of leaving.assets) wantedAssets.add(hash)
    const name = documentName(leaving.entry.state)
    if (!writer.has(name)) await writer.add(name, leaving.bytes)
  }
  const records = recordsFor(services, documents)
  const revisions = await writeRevisions(services, writer, records, wantedAssets)
  for (const { record } of records) {
    if (record.kind === 'paperApproval') wantedAssets.add(record.scan)
    if (record.kind === 'publication' && record.screenshot !== null) wantedAssets.add(record.screenshot)
  }
  const { assets, missing } = await writeAssets(services, writer, [...wantedAssets].sort())
  return succeed({ documents, heldBack, records, revisions, assets, missing })
}

type Leaving =
  | Readonly<{ kind: 'leaves'; entry: BundleDocument; bytes: Uint8Array; assets: readonly string[] }>
  | Readonly<{ kind: 'heldBack'; held: HeldBack }>
  | Readonly<{ kind: 'failed'; failure: Failure }>

/** Judged and read without a pause between: what leaves is what was judged. */
function leave({ documents, records, mayLeave, texts }: BundleServices, document: DocumentId): Leaving {
  const outgoing = documents.outgoing(document)
  if (!outgoing.ok) return { kind: 'failed', failure: outgoing.failure }
  const { state, digest, ...facts } = outgoing.value
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const article = articleIdOf(document) === undefined ? null : readArticle(doc)
  const parts = texts.partsOf(document, doc)
  doc.destroy()
  const falseAlarms = texts.falseAlarms(document, parts)
  const judged = mayLeave(document)
  const refusal = judged.ok ? texts.refusal(document, parts, falseAlarms) : judged.failure
  if (refusal) {
    return { kind: 'heldBack', held: { document, title: article ? titleIn(article) : '', failure: refusal } }
  }
  const entry = {
    id: document,
    language: facts.language,
    createdAt: facts.createdAt,
    createdBy: facts.createdBy,
    state: sha256Of(state),
    bytes: state.length,
    digest,
    records: recordsDigest(records.ofDocument(document)),
    contributions: [...facts.contributions],
    falseAlarms: [...falseAlarms],
  }
  const edition = editionOf(document) ? documents.read(document) : undefined
  const shown = article ?? (edition?.ok ? edition.value : null)
  return { kind: 'leaves', entry, bytes: state, assets: shown ? assetsIn(shown) : [] }
}

export function titleIn({ blocks }: Article): string {
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks[0]
  return (title?.runs ?? [])
    .map(({ text }) => text)
    .join('')
    .trim()
}

function assetsIn({ blocks }: Article): readonly string[] {
  return blocks.flatMap(({ asset }) => asset ?? [])
}

/** The records about the documents, and all memberships, removals too. */
function recordsFor(
  { records }: BundleServices,
  documents: readonly BundleDocument[],
): readonly SignedRecord[] {
  const about = documents.flatMap(({ id }) => records.ofDocument(id as DocumentId))
  return [...about, ...membershipsOf({ records })]
}

export function membershipsOf({ records }: Pick<BundleServices, 'records'>): readonly SignedRecord[] {
  return (records.memberships()?.graph.items ?? []).filter(isMembership)
}

/** The texts that records cite, as far as they are here and hold no stamp. */
async function writeRevisions(
  { documents, texts }: BundleServices,
  writer: BundleWriter,
  records: readonly SignedRecord[],
  assets: Set<string>,
): Promise<BundleManifest['revisions']> {
  const cited = new Map(
    records.flatMap(({ record }): readonly [string, DocumentId][] =>
      'revision' in record && record.revision !== null
        ? [[record.revision, record.document as DocumentId]]
        : [],
    ),
  )
  for (const [hash] of [...cited]) {
    const body = documents.revisionBody(hash)
    const source = body.ok ? citedSource(body.value) : undefined
    if (source) cited.set(source.revision, source.document)
  }
  const written: BundleManifest['revisions'] = []
  for (const [hash, document] of [...cited].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const body = documents.revisionBody(hash)
    if (!body.ok || sha256Hex(body.value) !== hash) continue
    const now = documents.read(document)
    if (!texts.mayBeKept({ document, hash, body: body.value }, now.ok ? now.value : null, [])) continue
    const bytes = Buffer.from(body.value, 'utf8')
    await writer.add(revisionName(hash), bytes)
    written.push({ hash, document, bytes: bytes.length })
    const article = parseRevision(body.value)
    for (const asset of article ? assetsIn(article) : []) assets.add(asset)
  }
  return written
}

async function writeAssets(
  { assets }: BundleServices,
  writer: BundleWriter,
  hashes: readonly string[],
): Promise<Readonly<{ assets: BundleManifest['assets']; missing: readonly string[] }>> {
  const written: BundleManifest['assets'] = []
  const missing: string[] = []
  for (const hash of hashes) {
    const found = assets.find(hash)
    const bytes = found.ok ? await addAsset(writer, hash, assets.pathOf(hash)) : undefined
    if (found.ok && bytes !== undefined) {
      const { name, mediaType } = found.value
      written.push({ hash, bytes, name: name.slice(0, 500), mediaType })
    } else missing.push(hash)
  }
  return { assets: written, missing }
}

async function addAsset(writer: BundleWriter, hash: string, path: string): Promise<number | undefined> {
  try {
    return await writer.addFile(assetName(hash), path, hash)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
