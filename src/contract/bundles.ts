import { z } from 'zod'
import { freshId, grantId, instant, operation, sha256 } from './base.ts'
import { failureSchema } from './failures.ts'

/** A file made to be taken along: `url` is below the shell's own origin, `path` is set when it was written to a folder. */
const madeFile = z.object({
  name: z.string(),
  bytes: z.number(),
  url: z.string().nullable(),
  path: z.string().nullable(),
})

/** A document that stays here, and why (SEC1). */
const heldBack = z.object({ document: z.string(), title: z.string(), failure: failureSchema })

const bundleExport = z.object({
  id: z.string(),
  file: madeFile,
  stories: z.number(),
  documents: z.number(),
  heldBack: z.array(heldBack),
  /** Pictures that the texts name and this machine does not have. */
  missing: z.number(),
})
export type BundleExport = z.infer<typeof bundleExport>

/** What a bundle would bring of one story. `ahead`: all of it is here, and more. */
export const storyChanges = ['new', 'changed', 'ahead', 'same'] as const

const bundleStory = z.object({
  article: z.string(),
  title: z.string(),
  language: z.string(),
  documents: z.number(),
  change: z.enum(storyChanges),
})
export type BundleStory = z.infer<typeof bundleStory>

const bundleView = z.object({
  id: z.string(),
  kind: z.enum(['stories', 'invitation', 'holdings']),
  name: z.string(),
  bytes: z.number(),
  at: instant,
  note: z.string(),
  newsroom: z.object({ name: z.string(), rootKey: z.string(), ours: z.boolean() }),
  /** `problem` says why no authority is granted; null for a member of the newsroom. */
  sender: z.object({ id: z.string(), name: z.string(), problem: z.string().nullable() }),
  device: z.object({ id: z.string(), ours: z.boolean() }),
  /** When it was opened here before, or null. */
  openedAt: instant.nullable(),
  stories: z.array(bundleStory),
  /** The newsroom's terms, when they come along. */
  termbase: z.enum(storyChanges).nullable(),
  records: z.object({
    fresh: z.number(),
    /** Records whose signers nothing leads to: they count for nothing here and are not stored. */
    refused: z.array(z.object({ kind: z.string(), signer: z.string(), problem: z.string() })),
  }),
  pictures: z.object({ fresh: z.number(), bytes: z.number(), missing: z.number() }),
  /** People who wrote and whom this newsroom does not know. */
  strangers: z.array(z.string()),
  /** Whom an invitation is for; `here` when that person's key lies on this machine. */
  invited: z.object({ id: z.string(), name: z.string(), here: z.boolean() }).nullable(),
})
export type BundleView = z.infer<typeof bundleView>

const bundleOutcome = z.object({
  id: z.string(),
  /** Articles that are new or changed here. */
  articles: z.array(z.string()),
  /** Of the stories, each with its translations: new here, with something new, without. */
  fresh: z.number(),
  changed: z.number(),
  same: z.number(),
  records: z.number(),
  pictures: z.number(),
  /** Texts kept as versions before they were merged. */
  kept: z.number(),
})
export type BundleOutcome = z.infer<typeof bundleOutcome>

const exchangeRow = z.object({
  bundle: z.string(),
  direction: z.enum(['sent', 'received']),
  way: z.enum(['file', 'mailbox']),
  at: instant,
  name: z.string(),
  device: z.string(),
  documents: z.number(),
  changed: z.number(),
  bytes: z.number(),
})
export type ExchangeRow = z.infer<typeof exchangeRow>

/** Another machine, and what is known of what it holds: compared by state, never by clock (SYNC2). */
const deviceRow = z.object({
  device: z.string(),
  name: z.string(),
  receivedAt: instant.nullable(),
  /** Of the documents it told of: those that are here in the same state, and those that differ. */
  same: z.number(),
  differing: z.number(),
  /** Documents here that it never told of. */
  untold: z.number(),
})
export type DeviceRow = z.infer<typeof deviceRow>

export const mailboxTroubles = ['gone', 'full', 'read-only', 'failed', 'nobody-signed-in'] as const

/** A file in the mailbox that was not taken in: not whole yet, refused, or from somebody unknown. */
const mailboxFile = z.object({
  file: z.string(),
  state: z.enum(['incomplete', 'refused', 'unknown-sender']),
  failure: failureSchema.nullable(),
  since: instant,
})

const mailboxView = z.object({
  folder: z.string().nullable(),
  since: instant,
  trouble: z.enum(mailboxTroubles).nullable(),
  lookedAt: instant.nullable(),
  postedAt: instant.nullable(),
  /** Documents that differ from what was last posted. */
  waiting: z.number(),
  heldBack: z.array(heldBack),
  files: z.array(mailboxFile),
})
export type MailboxView = z.infer<typeof mailboxView>

/** A folder that the workspace found and that a window may choose by its id: a window never names a path. */
const mailboxPlace = z.object({
  id: z.string(),
  path: z.string(),
  kind: z.enum(['synced', 'share', 'drive']),
})
export type MailboxPlace = z.infer<typeof mailboxPlace>

export const bundles = {
  /** Makes a bundle: of the named stories, or of all that was touched since a moment. Only the command line names a folder. */
  export: operation
    .input(
      z.object({
        id: freshId,
        scope: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('stories'), articles: z.array(z.string()).min(1).max(5000) }),
          z.object({ kind: z.literal('since'), since: instant }),
        ]),
        note: z.string().max(4000).default(''),
        directory: z.string().nullable().default(null),
      }),
    )
    .output(bundleExport),
  /** What a bundle is and what it would bring, with every signature and every byte checked; nothing is written. */
  inspect: operation.input(z.object({ grant: grantId })).output(bundleView),
  /** Takes a bundle in as a whole, or refuses it as a whole. `acceptUnknown` opens one whose sender is not a member. */
  open: operation
    .input(z.object({ grant: grantId, acceptUnknown: z.boolean().default(false) }))
    .output(bundleOutcome),
  /** The answer to a request to join: the newsroom's memberships up to its root. */
  invite: operation
    .input(z.object({ id: freshId, member: z.string(), directory: z.string().nullable().default(null) }))
    .output(madeFile),
  /** Takes an invitation: from now on this machine trusts that newsroom. */
  join: operation
    .input(z.object({ grant: grantId }))
    .output(z.object({ newsroom: z.string(), rootKey: sha256, profile: z.string() })),
  /** What was exchanged lately, newest first, and with which machines. */
  exchanges: operation.output(z.object({ rows: z.array(exchangeRow), devices: z.array(deviceRow) })),
  mailbox: operation.output(mailboxView),
  mailboxPlaces: operation.output(z.array(mailboxPlace)),
  /** Sets or (null) stops the mailbox: by a found place's id, or by a path from the command line and the shell. */
  setMailbox: operation
    .input(
      z.object({
        place: z
          .discriminatedUnion('kind', [
            z.object({ kind: z.literal('found'), id: z.string() }),
            z.object({ kind: z.literal('path'), path: z.string().min(1) }),
          ])
          .nullable(),
        since: instant.default(0),
      }),
    )
    .output(mailboxView),
  /** Looks into the mailbox and posts what waits, now. */
  exchangeNow: operation.output(mailboxView),
}
