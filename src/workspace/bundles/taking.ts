import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { BundleOutcome } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { storyOf } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { assetName } from '#formats/bundle/entries.ts'
import { putRevision, putSubmitted } from '../documents/revisions.ts'
import type { WriteHandle } from '../store/database.ts'
import { faultOrThrow } from '../store/faults.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { noteDevice, noteExchange, openedAt } from './exchange-rows.ts'
import { storiesIn } from './exporting.ts'
import { holdingDigest } from './hashing.ts'
import { type WeighedBundle, type WeighedDocument, weighDocument } from './weighing.ts'

/**
 * Takes a weighed bundle in: pictures first, durable before anything names them, then all the rest in one
 * transaction. A process that is killed on the way leaves at most pictures that nothing names yet.
 */
export async function takeBundle(
  services: BundleServices,
  weighed: WeighedBundle,
  way: 'file' | 'mailbox',
): Promise<Result<BundleOutcome, Failure>> {
  const assets = await takeAssets(services, weighed)
  if (!assets.ok) return assets
  const current = await upToDate(services, weighed)
  if (!current.ok) return current
  try {
    const outcome = services.store.write((db) =>
      write(services, db, { ...weighed, documents: current.value }, way),
    )
    if (outcome.ok) tell(services, outcome.value, current.value)
    return outcome.ok ? succeed({ ...outcome.value, pictures: assets.value }) : outcome
  } catch (error) {
    if (error instanceof ReceivingFailed) return fail(error.failure)
    return fail(faultOrThrow(error, services.store.read.name))
  }
}

async function takeAssets(
  { assets, paths, takeClip }: BundleServices,
  { bundle, freshAssets }: WeighedBundle,
): Promise<Result<number, Failure>> {
  const folder = join(paths.temporary, `bundle-${bundle.manifest.id}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    for (const { hash, name, mediaType } of freshAssets) {
      const path = join(folder, hash)
      await bundle.extract(assetName(hash), path)
      const isClip = /^(?:video|audio)\//.test(mediaType)
      const added = isClip ? await takeClip({ path, name }) : await assets.add({ path, name })
      if (!added.ok) return pictureRefused(bundle, name, added.failure)
      await rm(path)
    }
    return succeed(freshAssets.length)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const pictureFaults: readonly Failure['code'][] = [
  'format-unknown',
  'picture-unreadable',
  'file-empty',
  'not-media',
  'media-damaged',
]

function pictureRefused(bundle: OpenedBundle, picture: string, cause: Failure): Result<never, Failure> {
  if (!pictureFaults.includes(cause.code)) return fail(cause)
  return fail(failure('bundle-refused', { name: bundle.name, reason: 'picture-wrong', detail: picture }))
}

/** What was typed here since the weighing is merged, too. Settles with nothing waiting for its commit. */
async function upToDate(
  services: BundleServices,
  { bundle, documents }: WeighedBundle,
): Promise<Result<readonly WeighedDocument[], Failure>> {
  let current = documents
  for (let round = 0; ; round += 1) {
    services.store.flush()
    const outdated = current.filter(({ merge }) => services.documents.isOutdated(merge))
    if (outdated.length === 0) return succeed(current)
    if (round > 20) await breathe()
    const anew = new Map<string, WeighedDocument>()
    for (const { entry } of outdated) {
      const weighed = await weighDocument(services, bundle, entry)
      if (!weighed.ok) return weighed
      anew.set(entry.id, weighed.value)
    }
    current = current.map((each) => anew.get(each.entry.id) ?? each)
  }
}

/** The one transaction. Nothing is written when all of it was here already. */
function write(
  services: BundleServices,
  db: WriteHandle,
  weighed: WeighedBundle,
  way: 'file' | 'mailbox',
): Result<BundleOutcome, Failure> {
  const { bundle, documents, revisions, records, senderProblem, contributionsOf } = weighed
  const changed = documents.filter(({ merge }) => services.documents.writeMerge(db, merge))
  for (const { merge } of changed) services.records.contributionsChanged(merge.incoming.id)
  if (senderProblem === null) {
    for (const { entry, merge } of documents) {
      services.texts.noteFalseAlarms(db, merge.incoming.id, merge.seen.parts, entry.falseAlarms)
    }
  }
  for (const revision of revisions) putRevision(db, revision)
  const received = services.records.receive(records.values, contributionsOf)
  if (!received.ok) throw new ReceivingFailed(received.failure)
  for (const { record } of received.value.stored) {
    if (record.kind === 'submission') putSubmitted(db, record)
  }
  const touched = changed.length > 0 || received.value.stored.length > 0
  if (touched || openedAt(db, bundle.manifest.id) === null)
    noteReceived(services, db, weighed, way, changed.length)
  return succeed({
    id: bundle.manifest.id,
    articles: [...storiesIn(changed.map(({ entry }) => entry.id))],
    ...countStories(documents, new Set(changed)),
    records: records.kept.length,
    pictures: 0,
    kept: changed.filter(({ merge }) => merge.before !== null).length,
  })
}

/** An article with its translations is one story, as people count. */
function countStories(
  documents: readonly WeighedDocument[],
  changed: ReadonlySet<WeighedDocument>,
): Pick<BundleOutcome, 'fresh' | 'changed' | 'same'> {
  const texts = documents.filter(({ entry }) => storiesIn([entry.id]).length > 0)
  const counts = { fresh: 0, changed: 0, same: 0 }
  for (const story of Map.groupBy(texts, ({ entry }) => storyOf(entry.id)).values()) {
    if (!story.some((document) => changed.has(document))) counts.same += 1
    else if (story.every(({ merge }) => !merge.existed)) counts.fresh += 1
    else counts.changed += 1
  }
  return counts
}

/** Takes the transaction back. */
class ReceivingFailed extends Error {
  readonly failure: Failure
  constructor(cause: Failure) {
    super(cause.code)
    this.failure = cause
  }
}

function noteReceived(
  { clock, store }: BundleServices,
  db: WriteHandle,
  { bundle, documents, senderProblem }: WeighedBundle,
  way: 'file' | 'mailbox',
  changed: number,
): void {
  const { manifest, bytes } = bundle
  const { device, workspace, signer: person, signerName: name } = manifest
  const counts = { documents: documents.length, changed, bytes }
  if (manifest.kind === 'stories') {
    const exchange = { bundle: manifest.id, direction: 'received', way, at: clock.now() } as const
    noteExchange(db, { ...exchange, device, person, name, ...counts })
  }
  if (device === store.device || senderProblem !== null) return
  const states = [
    ...manifest.documents.map((entry) => ({
      document: entry.id,
      digest: holdingDigest(entry.digest, entry.records),
    })),
    ...manifest.holds,
  ]
  noteDevice(db, { device, workspace, person, name, at: manifest.at, states })
}

function tell(
  { events }: BundleServices,
  { records }: BundleOutcome,
  documents: readonly WeighedDocument[],
): void {
  for (const { merge, entry } of documents) {
    if (merge.existed && merge.bytes === null && records === 0) continue
    events.emit({ kind: 'revisions', document: entry.id })
    events.emit({ kind: 'workflow', document: entry.id })
    events.emit({ kind: 'secrets', document: entry.id })
  }
  if (records > 0) events.emit({ kind: 'people' })
  events.emit({ kind: 'exchanges' })
}
