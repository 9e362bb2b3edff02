import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { MailboxView } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { ReportBug } from '../store/bugs.ts'
import { writeFailure } from '../store/durable-files.ts'
import { createTurns, waitAtMost } from '../store/turns.ts'
import type { BundleServices } from './bundle-services.ts'
import type { HeldBack } from './collecting.ts'
import { mailboxPlaces } from './mailbox-places.ts'
import { postDocuments, sweepOwn, waitingDocuments } from './mailbox-posting.ts'
import { createMailboxReader } from './mailbox-receiving.ts'
import { type MailboxChoice, readChoice, writeChoice } from './mailbox-rows.ts'

/** Milliseconds: between two looks, after a change here, after the folder's system told of one. */
export type MailboxWaits = Readonly<{ look: number; change: number; told: number }>
export const usualWaits: MailboxWaits = { look: 20_000, change: 15_000, told: 1_500 }

/** Milliseconds that what is under way may take when the workspace closes. */
const farewell = 3000

type Order = Readonly<{
  place: Readonly<{ kind: 'found'; id: string }> | Readonly<{ kind: 'path'; path: string }> | null
  since: number
}>

/** A shared folder by which machines without a hub exchange bundles. */
export type Mailbox = Readonly<{
  view(): MailboxView
  set(context: ClientContext, order: Order): Promise<Result<MailboxView, Failure>>
  /** Takes in what came, puts there what waits; answers how it stands then. */
  exchange(): Promise<MailboxView>
  start(): void
  stop(): Promise<void>
}>

type Standing = Pick<MailboxView, 'trouble' | 'lookedAt' | 'postedAt' | 'waiting'> &
  Readonly<{ heldBack: readonly HeldBack[] }>

const nothingYet: Standing = { trouble: null, lookedAt: null, postedAt: null, waiting: 0, heldBack: [] }

/** `waits` null: nothing happens by itself, as most tests want it. */
export function createMailbox(
  services: BundleServices,
  { report, waits }: Readonly<{ report: ReportBug; waits: MailboxWaits | null }>,
): Mailbox {
  const { store, clock, documents, records, events } = services
  const reader = createMailboxReader(services)
  const turns = createTurns()
  let standing = nothingYet
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let watcher: FSWatcher | undefined
  let stopped = false
  const offs: (() => void)[] = []

  function schedule(reason: keyof MailboxWaits | 'now'): void {
    if (stopped || waits === null || readChoice(store.read) === undefined) return
    const wait = reason === 'now' ? 0 : waits[reason]
    const at = performance.now() + wait
    if (at >= dueAt) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => {
      dueAt = Number.POSITIVE_INFINITY
      void exchange().then(
        () => schedule('look'),
        (error: unknown) => {
          if (!stopped) report(error)
          schedule('look')
        },
      )
    }, wait)
    timer.unref()
  }

  async function exchangeOnce(): Promise<void> {
    const choice = readChoice(store.read)
    if (choice === undefined || stopped) return
    const before = JSON.stringify(view())
    standing = { ...standing, ...(await attempt(choice)), lookedAt: clock.now() }
    if (
      JSON.stringify({ ...view(), lookedAt: 0 }) !== JSON.stringify({ ...JSON.parse(before), lookedAt: 0 })
    ) {
      events.emit({ kind: 'exchanges' })
    }
  }

  async function attempt(choice: MailboxChoice): Promise<Partial<Standing>> {
    try {
      if (!(await isFolder(choice.folder))) return { trouble: 'gone' }
      watchFolder(choice.folder)
      const fault = await reader.look(choice.folder)
      if (fault) return { trouble: troubleOf(fault) }
      await sweepOwn(services, choice)
      const profile = whoSigns()
      if (profile === undefined) {
        const { waiting } = await waitingDocuments(services, choice)
        return { trouble: waiting.length > 0 ? 'nobody-signed-in' : null, waiting: waiting.length }
      }
      const posted = await postDocuments(services, choice, profile)
      if (!posted.ok) return { trouble: troubleOf(posted.failure) }
      const { waiting, heldBack } = posted.value
      const postedAt = posted.value.posted > 0 ? clock.now() : standing.postedAt
      return { trouble: null, postedAt, waiting, heldBack }
    } catch (error) {
      return { trouble: troubleOf(writeFailure(error, choice.folder)) }
    }
  }

  /** A member whose key is open on this machine: what leaves is signed. */
  function whoSigns(): string | undefined {
    return records.people().find(({ id }) => records.unlocked(id))?.id
  }

  /** Where the system tells of changes they are seen at once; elsewhere the next look finds them. */
  function watchFolder(folder: string): void {
    if (watcher || waits === null) return
    try {
      watcher = watch(folder, { recursive: true, persistent: false }, () => schedule('told'))
      watcher.on('error', unwatch)
    } catch {
      watcher = undefined
    }
  }

  function unwatch(): void {
    watcher?.close()
    watcher = undefined
  }

  function view(): MailboxView {
    const choice = readChoice(store.read)
    const { heldBack, ...rest } = standing
    return {
      folder: choice?.folder ?? null,
      since: choice?.since ?? 0,
      ...rest,
      heldBack: heldBack.map((held) => ({ ...held })),
      files: reader.troubled(),
    }
  }

  async function exchange(): Promise<MailboxView> {
    await turns.take(exchangeOnce)
    return view()
  }

  async function set(context: ClientContext, { place, since }: Order): Promise<Result<MailboxView, Failure>> {
    const person = signedIn(services, context)
    if (!person.ok) return person
    const folder = place === null ? succeed(null) : await suitableFolder(services, context, place)
    if (!folder.ok) return folder
    const choice = folder.value === null ? null : { folder: folder.value, since }
    await turns.take(async () => {
      store.write((db) => writeChoice(db, choice, clock.now()))
      standing = nothingYet
      reader.forget()
      unwatch()
    })
    events.emit({ kind: 'exchanges' })
    schedule('now')
    return succeed(view())
  }

  return {
    view,
    set,
    exchange,
    start() {
      offs.push(
        documents.onChange(() => schedule('change')),
        records.onChange(() => schedule('told')),
      )
      schedule('told')
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      unwatch()
      for (const off of offs) off()
      // a share that stands still answers nobody; what it is asked in vain is undone at the next start
      await waitAtMost(
        farewell,
        turns.take(async () => undefined),
      )
    },
  }
}

async function suitableFolder(
  { paths }: BundleServices,
  context: ClientContext,
  place: NonNullable<Order['place']>,
): Promise<Result<string, Failure>> {
  const named = place.kind === 'path' ? place.path : mailboxPlaces().find(({ id }) => id === place.id)?.path
  const refuse = (path: string, reason: 'missing' | 'inside-workspace' | 'not-named-here') =>
    fail(failure('mailbox-unsuitable', { path, reason }))
  if (place.kind === 'path' && !context.trusted) return refuse(place.path, 'not-named-here')
  if (named === undefined || !(await isFolder(named))) return refuse(named ?? '', 'missing')
  const folder = resolve(named)
  const isInside = folder === paths.root || folder.startsWith(`${paths.root}${sep}`)
  return isInside ? refuse(folder, 'inside-workspace') : succeed(folder)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}

function troubleOf({ code }: Failure): NonNullable<MailboxView['trouble']> {
  switch (code) {
    case 'disk-full':
      return 'full'
    case 'folder-read-only':
      return 'read-only'
    case 'not-signed-in':
      return 'nobody-signed-in'
    default:
      return 'failed'
  }
}
