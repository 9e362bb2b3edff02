import { setImmediate as breathe } from 'node:timers/promises'
import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import type { AuthoredRange as Contribution } from '#domain/authorship.ts'
import type { BundleReason } from '#domain/bundle-problems.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { judgeMemberships } from '#domain/membership.ts'
import { parseSignedRecord } from '#domain/record-schema.ts'
import { isMembership, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { citedSource } from '#domain/revision.ts'
import type { JudgedPart } from '#domain/secret-stamps.ts'
import type { TrustProblem } from '#domain/trust.ts'
import { documentName, revisionName } from '#formats/bundle/entries.ts'
import { type BundleDocument, signedText } from '#formats/bundle/manifest.ts'
import type { Merge } from '../documents/merging.ts'
import { verifySignature } from '../records/signature.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { withoutPurgedEdits } from './memory-edits.ts'

/** What is kept of a merged document between weighing and taking: its parts to be judged, its text if it is an article. */
export type Seen = Readonly<{ article: Article | null; parts: readonly JudgedPart[] }>
export type WeighedDocument = Readonly<{ entry: BundleDocument; merge: Merge<Seen> }>
export type WeighedRevision = Readonly<{ hash: string; document: DocumentId; body: string }>

/** Everything a bundle would do here, judged and merged in memory; nothing is written. */
export type WeighedBundle = Readonly<{
  bundle: OpenedBundle
  /** Why the sender has no authority here, or null for a member. */
  senderProblem: TrustProblem | null
  documents: readonly WeighedDocument[]
  revisions: readonly WeighedRevision[]
  records: Readonly<{
    /** As they came, but for what was purged here. */
    values: readonly unknown[]
    kept: readonly SignedRecord[]
    refused: readonly Readonly<{ hash: string; problem: TrustProblem }>[]
    all: readonly SignedRecord[]
  }>
  freshAssets: readonly OpenedBundle['manifest']['assets'][number][]
  contributionsOf(document: DocumentId): readonly Contribution[]
}>

/** What nobody could have made by mistake: the whole bundle is refused for it. */
const forgeries: readonly TrustProblem[] = [
  'malformed',
  'signature-wrong',
  'membership-wrong',
  'document-wrong',
]

/** Weighs an opened bundle of stories: signatures first, then every document, text and picture. */
export async function weighBundle(
  services: BundleServices,
  bundle: OpenedBundle,
): Promise<Result<WeighedBundle, Failure>> {
  const { name } = bundle
  const refuse = (reason: BundleReason, detail: string) =>
    fail(failure('bundle-refused', { name, reason, detail }))
  const newsroom = services.records.newsroom()
  if (!newsroom) return fail(failure('newsroom-missing', {}))

  const senderProblem = judgeSender(services, bundle, newsroom.rootKey)
  if (senderProblem === 'signature-wrong') return refuse('signature-wrong', bundle.manifest.signerName)

  const documents: WeighedDocument[] = []
  for (const entry of bundle.manifest.documents) {
    const weighed = await weighDocument(services, bundle, entry)
    if (!weighed.ok) return weighed
    documents.push(weighed.value)
    await breathe()
  }
  const byId = new Map(documents.map(({ entry, merge }) => [entry.id, merge]))
  const contributionsOf = (document: DocumentId) =>
    byId.get(document)?.contributions ?? services.documents.contributions(document)

  const letIn = withoutPurgedEdits(services, bundle.records)
  if (!letIn.ok) return letIn
  const { kept, refused } = services.records.weigh(letIn.value, contributionsOf)
  const forged = refused.find(({ problem }) => forgeries.includes(problem))
  if (forged) return refuse('record-forged', `${forged.problem} ${forged.hash.slice(0, 12)}`)
  const all = parsedRecords(bundle)

  const secret = judgeStamps(services, senderProblem === null, documents)
  if (secret) return fail(secret)
  const revisions = await weighRevisions(services, bundle, all)
  if (!revisions.ok) return revisions
  const freshAssets = bundle.manifest.assets.filter(({ hash }) => !services.assets.find(hash).ok)
  return succeed({
    bundle,
    senderProblem,
    documents,
    revisions: revisions.value,
    records: { values: letIn.value, kept, refused, all },
    freshAssets,
    contributionsOf,
  })
}

/**
 * Why the manifest's signer could not sign it, by the memberships known here and those that come with it; those are
 * judged on the way and count only as far as they lead to this newsroom's root.
 */
export function judgeSender(
  { records }: BundleServices,
  bundle: OpenedBundle,
  rootKey: string,
): TrustProblem | null {
  const known = records.memberships()?.graph.items ?? []
  const memberships = judgeMemberships(
    [...known, ...parsedRecords(bundle).filter(isMembership)],
    rootKey,
    verifySignature,
  )
  const { manifest, manifestText, signature } = bundle
  return memberships.signerProblem(
    {
      hash: sha256Hex(manifestText),
      body: signedText(manifestText),
      signature: signature.signature,
      record: { newsroom: manifest.newsroom, memberships: manifest.memberships, signer: manifest.signer },
    },
    [],
  )
}

function parsedRecords(bundle: OpenedBundle): readonly SignedRecord[] {
  return bundle.records.flatMap((value) => {
    const parsed = parseSignedRecord(value, sha256Hex)
    return parsed.ok ? [parsed.value] : []
  })
}

/** Merges one document of a bundle in memory. Also used once more when the copy here changed meanwhile. */
export async function weighDocument(
  services: BundleServices,
  bundle: OpenedBundle,
  entry: BundleDocument,
): Promise<Result<WeighedDocument, Failure>> {
  return mergeEntry(services, bundle.name, entry, await bundle.read(documentName(entry.state)))
}

export function mergeEntry(
  { documents, texts }: BundleServices,
  name: string,
  entry: BundleDocument,
  state: Uint8Array,
): Result<WeighedDocument, Failure> {
  const id = entry.id as DocumentId
  const { language, createdAt, createdBy, contributions } = entry
  const look = (doc: Y.Doc): Seen => ({
    article: articleIdOf(id) === undefined ? null : readArticle(doc),
    parts: texts.partsOf(id, doc),
  })
  const merge = documents.prepareMerge({ id, language, createdAt, createdBy, state, contributions }, look)
  if (merge.ok) return succeed({ entry, merge: merge.value })
  const reason = reasonOf(merge.failure.code)
  if (merge.failure.code === 'contradiction') {
    return fail(failure('bundle-refused', { name, reason, detail: merge.failure.device }))
  }
  if (merge.failure.code !== 'update-invalid') return fail(merge.failure)
  return fail(failure('bundle-refused', { name, reason, detail: `${id}: ${merge.failure.facts.detail}` }))
}

function reasonOf(code: string): BundleReason {
  return code === 'contradiction' ? 'contributions-contradict' : 'document-invalid'
}

/** What an unknown sender calls a false alarm is one to nobody here. */
function judgeStamps(
  { texts }: BundleServices,
  trusted: boolean,
  documents: readonly WeighedDocument[],
): Failure | null {
  for (const { entry, merge } of documents) {
    const refusal = texts.refusal(merge.incoming.id, merge.seen.parts, trusted ? entry.falseAlarms : [])
    if (refusal) return refusal
  }
  return null
}

/** Texts that records cite: each is what its hash says, and is cited by a record that comes with it. */
async function weighRevisions(
  { texts, documents: here }: BundleServices,
  bundle: OpenedBundle,
  records: readonly SignedRecord[],
): Promise<Result<readonly WeighedRevision[], Failure>> {
  const cited = new Set(
    records.flatMap(({ record }) => ('revision' in record ? [`${record.document} ${record.revision}`] : [])),
  )
  /** What translations were made from: named by no record of its own, and of no use where the article is not. */
  const sources = new Set<string>()
  for (const { hash, document } of bundle.manifest.revisions) {
    if (!cited.has(`${document} ${hash}`)) continue
    const source = citedSource((await bundle.read(revisionName(hash))).toString('utf8'))
    if (source) sources.add(`${source.document} ${source.revision}`)
  }
  const alarms = new Map(bundle.manifest.documents.map(({ id, falseAlarms }) => [id, falseAlarms]))
  const weighed: WeighedRevision[] = []
  for (const { hash, document } of bundle.manifest.revisions) {
    const body = (await bundle.read(revisionName(hash))).toString('utf8')
    const isHere = alarms.has(document) || here.exists(document as DocumentId)
    const name = `${document} ${hash}`
    if (!isHere && sources.has(name) && !cited.has(name)) continue
    const isCited = cited.has(name) || sources.has(name)
    if (sha256Hex(body) !== hash || !isHere || !isCited || !isJson(body)) {
      return fail(failure('bundle-refused', { name: bundle.name, reason: 'revision-wrong', detail: hash }))
    }
    const id = document as DocumentId
    const now = here.exists(id) ? here.read(id) : undefined
    const kept = texts.mayBeKept(
      { document: id, hash, body },
      now?.ok ? now.value : null,
      alarms.get(id) ?? [],
    )
    if (kept) weighed.push({ hash, document: id, body })
  }
  return succeed(weighed)
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
