import type { MailboxView } from '#contract/bundles.ts'
import type { Failure } from '#contract/failures.ts'
import type { OpenedBundle } from './bundle-reader.ts'
import type { BundleServices } from './bundle-services.ts'
import { holdingDigest } from './hashing.ts'
import { filesIn, type MailboxFile } from './mailbox-folder.ts'
import { notePosts } from './mailbox-rows.ts'
import { openBundleFor } from './opening.ts'
import { withBundle } from './staging.ts'

/** What is known of a file that was looked into: `taken`, or why it was not. */
type Looked = Readonly<{
  key: string
  since: number
  triedAt: number
  state: 'taken' | MailboxView['files'][number]['state']
  failure: Failure | null
}>

/** How long a file that does not hold together may still be on its way: a sync tool copies slowly. */
const patience = 10 * 60_000
/** Milliseconds; a stranger may have become a member meanwhile. */
const tryAgainAfter: Readonly<Partial<Record<Looked['state'], number>>> = {
  incomplete: 60_000,
  'unknown-sender': 10 * 60_000,
}
/** What a file looks like while a sync tool still fills it. */
const unfinished: readonly string[] = ['cut', 'changed', 'not-a-bundle', 'entry-missing']

export type MailboxReader = Readonly<{
  /** Takes in what other machines put there since the last look; answers a fault of this machine's disk, if any. */
  look(folder: string): Promise<Failure | null>
  /** Files that were not taken in, and why. */
  troubled(): MailboxView['files']
  forget(): void
}>

export function createMailboxReader(services: BundleServices): MailboxReader {
  const { store, clock } = services
  const known = new Map<string, Looked>()

  async function look(folder: string): Promise<Failure | null> {
    const files = (await filesIn(folder)).filter(({ device }) => device !== store.device)
    const present = new Set(files.map(({ path }) => path))
    for (const path of [...known.keys()]) if (!present.has(path)) known.delete(path)
    for (const file of files.filter(isDue)) {
      const fault = await take(file)
      if (fault) return fault
    }
    return null
  }

  function isDue({ path, key }: MailboxFile): boolean {
    const before = known.get(path)
    if (before === undefined || before.key !== key) return true
    const wait = tryAgainAfter[before.state]
    return wait !== undefined && clock.now() - before.triedAt >= wait
  }

  async function take(file: MailboxFile): Promise<Failure | null> {
    const before = known.get(file.path)
    const since = before?.key === file.key ? before.since : clock.now()
    const taken = await withBundle(services.paths, file, async (bundle) => {
      const outcome = await openBundleFor(services, bundle, { acceptUnknown: false, way: 'mailbox' })
      if (outcome.ok) notePosted(services, file, bundle)
      return outcome
    })
    if (!taken.ok && isOurFault(taken.failure)) return taken.failure
    const state = taken.ok ? 'taken' : stateOf(taken.failure, clock.now() - since)
    const failure = taken.ok ? null : taken.failure
    known.set(file.path, { key: file.key, since, triedAt: clock.now(), state, failure })
    return null
  }

  return {
    look,
    forget: () => known.clear(),
    troubled: () =>
      [...known].flatMap(([path, { state, failure, since }]) =>
        state === 'taken' ? [] : [{ file: path, state, failure, since }],
      ),
  }
}

/** What lies there need not be put there again by us. */
function notePosted(
  { store }: BundleServices,
  { device, bundle }: MailboxFile,
  { manifest }: OpenedBundle,
): void {
  const posts = manifest.documents.map((entry) => ({
    device,
    bundle,
    document: entry.id,
    digest: holdingDigest(entry.digest, entry.records),
  }))
  if (posts.length > 0) store.write((db) => notePosts(db, posts))
}

function stateOf(failure: Failure, age: number): Looked['state'] {
  if (failure.code === 'sender-unknown') return 'unknown-sender'
  const open = failure.code === 'bundle-refused' && unfinished.includes(failure.facts.reason)
  const busy = failure.code === 'file-unreadable' || failure.code === 'write-failed'
  return (open || busy) && age < patience ? 'incomplete' : 'refused'
}

function isOurFault({ code }: Failure): boolean {
  return code === 'disk-full' || code === 'folder-read-only' || code === 'newsroom-missing'
}
