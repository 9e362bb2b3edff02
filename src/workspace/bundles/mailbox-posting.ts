import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { storiesTouchedSince } from '../documents/log.ts'
import type { BundleServices } from './bundle-services.ts'
import type { HeldBack } from './collecting.ts'
import { holdingDigest } from './hashing.ts'
import { holdingOf, newsroomHolding } from './holdings.ts'
import { deviceFolder, postedFile } from './mailbox-folder.ts'
import { isPosted, type MailboxChoice, neededFiles, notePosts } from './mailbox-rows.ts'
import { makeBundle } from './making.ts'
import { memoryDigest, memoryHolding } from './memory-edits.ts'

/** Documents in one file: a broken copy costs few, and a file is not too large for a slow share. */
const atOnce = 200

export type Posted = Readonly<{ posted: number; waiting: number; heldBack: readonly HeldBack[] }>

type Held = Readonly<{ document: DocumentId; digest: string }>

/** Documents that are held here in a state that does not lie in the mailbox yet, by whatever machine. */
export async function waitingDocuments(
  services: BundleServices,
  { since }: MailboxChoice,
): Promise<Readonly<{ held: readonly Held[]; waiting: readonly Held[] }>> {
  const { store } = services
  store.flush()
  const held: Held[] = []
  for (const document of storiesTouchedSince(store.read, since)) {
    const digest = holdingOf(services, document)
    if (digest !== undefined) held.push({ document, digest })
    if (held.length % 20 === 0) await breathe()
  }
  return { held, waiting: held.filter(({ document, digest }) => !isPosted(store.read, document, digest)) }
}

/**
 * Puts what waits into this machine's own folder of the mailbox, then says what this machine holds, then takes away
 * its own files that newer ones have made superfluous. Signed by `profile`, whose key is open.
 */
export async function postDocuments(
  services: BundleServices,
  choice: MailboxChoice,
  profile: string,
): Promise<Result<Posted, Failure>> {
  const { held, waiting } = await waitingDocuments(services, choice)
  const heldBack: HeldBack[] = []
  let posted = 0
  for (let at = 0; at < waiting.length; at += atOnce) {
    const made = await post(services, choice, profile, waiting.slice(at, at + atOnce))
    if (!made.ok) return made
    posted += made.value.posted
    heldBack.push(...made.value.heldBack)
  }
  const told = await tellHoldings(services, choice, profile, held)
  if (!told.ok) return told
  await sweepOwn(services, choice)
  return succeed({ posted, waiting: waiting.length - posted, heldBack })
}

async function post(
  services: BundleServices,
  { folder }: MailboxChoice,
  profile: string,
  documents: readonly Held[],
): Promise<Result<Readonly<{ posted: number; heldBack: readonly HeldBack[] }>, Failure>> {
  const { device } = services.store
  const id = uuidv7()
  const order = { id, kind: 'stories', invited: null, note: '', memory: false, way: 'mailbox' } as const
  const target = postedFile(folder, device, id)
  const made = await makeBundle(services, {
    ...order,
    profile,
    holds: [],
    documents: documents.map(({ document }) => document),
    target,
    noteWith: (db, { documents: entries }) =>
      notePosts(
        db,
        entries.map((entry) => ({
          device,
          bundle: id,
          document: entry.id,
          digest: holdingDigest(entry.digest, entry.records),
        })),
      ),
  })
  if (!made.ok) return heldBackOnly(made.failure, documents)
  return succeed({ posted: made.value.manifest.documents.length, heldBack: made.value.heldBack })
}

/** Where nothing may leave there is no file, and that is no trouble of the mailbox. */
function heldBackOnly(failure: Failure, documents: readonly Held[]) {
  if (failure.code !== 'secret-stamp' && failure.code !== 'secret-unjudged')
    return { ok: false, failure } as const
  return succeed({ posted: 0, heldBack: documents.map(({ document }) => ({ document, title: '', failure })) })
}

/**
 * Told again only when it changed; one file at a time, the newest. The memory's edits come with it when nobody has put
 * them there as they are.
 */
async function tellHoldings(
  services: BundleServices,
  { folder }: MailboxChoice,
  profile: string,
  held: readonly Held[],
): Promise<Result<null, Failure>> {
  const { store } = services
  const edits = memoryDigest(services)
  const memory = edits !== undefined && !isPosted(store.read, memoryHolding, edits)
  const holds = [
    ...held.map(({ document, digest }) => ({ document: String(document), digest })),
    { document: newsroomHolding, digest: holdingOf(services, newsroomHolding) ?? '' },
    ...(edits === undefined ? [] : [{ document: memoryHolding, digest: edits }]),
  ]
  const digest = holdingDigest(JSON.stringify(holds), '')
  if (!memory && isPosted(store.read, ownHoldings(store.device), digest)) return succeed(null)
  const id = uuidv7()
  const order = {
    id,
    kind: 'holdings',
    documents: [],
    invited: null,
    note: '',
    memory,
    way: 'mailbox',
  } as const
  const target = postedFile(folder, store.device, id)
  const own = { device: store.device, bundle: id }
  const told = { ...own, document: ownHoldings(store.device), digest }
  const posted = memory ? [told, { ...own, document: memoryHolding, digest: edits }] : [told]
  const made = await makeBundle(services, {
    ...order,
    holds,
    profile,
    target,
    noteWith: (db) => notePosts(db, posted),
  })
  return made.ok ? succeed(null) : made
}

/** No document has this name. */
function ownHoldings(device: string): string {
  return `holdings ${device}`
}

/** Takes away what this machine put there and newer files, or a purge (SEC1), have made superfluous. */
export async function sweepOwn({ store }: BundleServices, { folder }: MailboxChoice): Promise<void> {
  const own = deviceFolder(folder, store.device)
  const needed = neededFiles(store.read, store.device)
  for (const name of await readdir(own).catch(() => [])) {
    const [, bundle] = /^([0-9a-f-]{36})\.tramtin(\.part)?$/.exec(name) ?? []
    if (bundle !== undefined && !needed.has(bundle)) await rm(join(own, name), { force: true })
  }
}
