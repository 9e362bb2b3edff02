import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import {
  type BundleManifest,
  bundleSchema,
  manifestName,
  recordsName,
  signatureName,
  signedText,
  writeManifest,
  writeSignature,
} from '#formats/bundle/manifest.ts'
import { longestZip } from '#formats/bundle/zip-layout.ts'
import { publicKeyOf, signText } from '../records/signature.ts'
import type { WriteHandle } from '../store/database.ts'
import { moveDurably, writeFailure } from '../store/durable-files.ts'
import type { BundleServices } from './bundle-services.ts'
import { BundleTooLarge, type BundleWriter, openBundleWriter } from './bundle-writer.ts'
import { type Collected, collectDocuments, membershipsOf } from './collecting.ts'
import { noteExchange } from './exchange-rows.ts'
import { sha256Of } from './hashing.ts'
import { memoryEditsOf } from './memory-edits.ts'

export type BundleOrder = Readonly<{
  id: string
  kind: BundleManifest['kind']
  documents: readonly DocumentId[]
  invited: string | null
  note: string
  /** What this machine says it holds beside what it sends. */
  holds: readonly BundleManifest['holds'][number][]
  /** With the memory's signed edits. */
  memory: boolean
  /** Who signs: a member whose key is open. */
  profile: string
  way: 'file' | 'mailbox'
  /** Where it goes; written aside as `<target>.part`, flushed, renamed. */
  target: string
  /** What else is noted, in the transaction that notes the bundle itself. */
  noteWith?: (db: WriteHandle, manifest: BundleManifest) => void
}>

export type MadeBundle = Readonly<{
  bytes: number
  manifest: BundleManifest
  heldBack: Collected['heldBack']
}>

/**
 * Makes a bundle, whole under its name or not at all (SAFE3). Without one document that may leave nothing is made. What
 * a purge overtakes was collected before it: it is made anew, of what is left (SEC1).
 */
export async function makeBundle(
  services: BundleServices,
  order: BundleOrder,
): Promise<Result<MadeBundle, Failure>> {
  for (;;) {
    const made = await makeOnce(services, order)
    if (made !== 'overtaken') return made
    if (!services.store.read.open) return fail(failure('cancelled', {}))
  }
}

async function makeOnce(
  services: BundleServices,
  order: BundleOrder,
): Promise<Result<MadeBundle, Failure> | 'overtaken'> {
  const aside = `${order.target}.part`
  const begun = services.purges.now()
  // nobody would know any more of what is finished after the workspace closed
  const isOvertaken = () => services.purges.now() !== begun || !services.store.read.open
  const mayGoOn = () => {
    if (isOvertaken()) throw new Overtaken()
  }
  try {
    if (await exists(order.target)) return fail(failure('target-exists', { path: order.target }))
    await mkdir(dirname(order.target), { recursive: true })
    await rm(aside, { force: true })
    const made = await write(services, order, await openBundleWriter(aside, mayGoOn))
    if (!made.ok) return made
    mayGoOn()
    await moveDurably(aside, order.target)
    if (isOvertaken()) {
      await rm(order.target, { force: true })
      return 'overtaken'
    }
    note(services, order, made.value)
    return made
  } catch (error) {
    if (isOvertaken()) return 'overtaken'
    if (error instanceof BundleTooLarge) {
      const name = order.target.split(/[/\\]/).at(-1) ?? ''
      return fail(failure('file-too-large', { name, bytes: error.bytes, limit: longestZip }))
    }
    return fail(writeFailure(error, order.target))
  } finally {
    await rm(aside, { force: true }).catch(() => undefined)
  }
}

class Overtaken extends Error {}

async function write(
  services: BundleServices,
  order: BundleOrder,
  writer: BundleWriter,
): Promise<Result<MadeBundle, Failure>> {
  let bytes: number | undefined
  try {
    const collected = await collect(services, writer, order)
    if (!collected.ok) return collected
    const [held] = collected.value.heldBack
    if (order.kind === 'stories' && collected.value.documents.length === 0) {
      return fail(held ? held.failure : failure('nothing-to-send', {}))
    }
    const manifest = await seal(services, writer, order, collected.value)
    if (!manifest.ok) return manifest
    bytes = await writer.finish()
    return succeed({ bytes, manifest: manifest.value, heldBack: collected.value.heldBack })
  } finally {
    if (bytes === undefined) await writer.close()
  }
}

const nothing: Collected = {
  documents: [],
  heldBack: [],
  records: [],
  revisions: [],
  assets: [],
  missing: [],
}

async function collect(
  services: BundleServices,
  writer: BundleWriter,
  { kind, documents, memory }: BundleOrder,
): Promise<Result<Collected, Failure>> {
  const collected =
    kind === 'stories'
      ? await collectDocuments(services, writer, documents)
      : succeed({ ...nothing, records: membershipsOf(services) })
  if (!collected.ok) return collected
  const records = [...collected.value.records, ...(memory ? memoryEditsOf(services) : [])]
  return succeed({
    ...collected.value,
    records: records.sort((left, right) => (left.hash < right.hash ? -1 : 1)),
  })
}

/** Records, manifest and signature: what ties all before them together. */
async function seal(
  services: BundleServices,
  writer: BundleWriter,
  order: BundleOrder,
  collected: Collected,
): Promise<Result<BundleManifest, Failure>> {
  const { records, keys, store, workspaceId } = services
  const key = keys.openKey(order.profile)
  const newsroom = records.newsroom()
  if (!key) return fail(failure('not-signed-in', {}))
  if (!newsroom) return fail(failure('newsroom-missing', {}))
  const signed = collected.records.map(({ hash, body, signature }) => ({ hash, body, signature }))
  const recordBytes = Buffer.from(canonicalJson(signed), 'utf8')
  const base = records.base(order.profile, order.id)
  const manifest: BundleManifest = {
    format: 'tramtin-bundle',
    schema: bundleSchema,
    id: order.id,
    kind: order.kind,
    newsroom: base.newsroom,
    newsroomName: newsroom.name,
    signer: order.profile,
    signerName: records.person(order.profile)?.name ?? '',
    at: base.at,
    memberships: [...base.memberships],
    device: store.device,
    workspace: workspaceId,
    note: order.note.normalize('NFC'),
    invited: order.invited,
    documents: [...collected.documents],
    revisions: collected.revisions,
    records: { hash: sha256Of(recordBytes), bytes: recordBytes.length },
    assets: collected.assets,
    holds: [...order.holds],
    missing: [...collected.missing],
  }
  const text = writeManifest(manifest)
  const signature = writeSignature({
    publicKey: publicKeyOf(key),
    signature: signText(key, signedText(text)),
  })
  await writer.add(recordsName, recordBytes)
  await writer.add(manifestName, Buffer.from(text, 'utf8'))
  await writer.add(signatureName, Buffer.from(signature, 'utf8'))
  return succeed(manifest)
}

/** What a machine says it holds is no exchange of stories: the history would be full of it. */
function note({ store, clock }: BundleServices, order: BundleOrder, { bytes, manifest }: MadeBundle): void {
  store.write((db) => {
    order.noteWith?.(db, manifest)
    if (order.kind === 'holdings') return
    noteExchange(db, {
      bundle: manifest.id,
      direction: 'sent',
      way: order.way,
      at: clock.now(),
      device: '',
      person: order.profile,
      name: manifest.signerName,
      documents: manifest.documents.length,
      changed: manifest.documents.length,
      bytes,
    })
  })
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
