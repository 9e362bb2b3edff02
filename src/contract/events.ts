import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { operation } from './base.ts'
import { jobView } from './jobs.ts'

/** What a workspace tells all its clients. Documents have their own stream (`documents.follow`). */
export const workspaceEvent = z.discriminatedUnion('kind', [
  /** Rows of the list changed. */
  z.object({ kind: z.literal('articles'), ids: z.array(z.string()) }),
  /** Rows or standing of translations changed. */
  z.object({ kind: z.literal('translations'), documents: z.array(z.string()) }),
  /** Records of a document changed: its state, its queue entry. */
  z.object({ kind: z.literal('workflow'), document: z.string() }),
  /** Texts for channels changed, or what they are made from: of these articles. */
  z.object({ kind: z.literal('editions'), articles: z.array(z.string()) }),
  /** A posting, a correction or a take-down was noted. */
  z.object({ kind: z.literal('publications') }),
  z.object({ kind: z.literal('people') }),
  /** Units of the translation memory came or went. */
  z.object({ kind: z.literal('memory') }),
  /** Terms or people of the termbase changed. */
  z.object({ kind: z.literal('terms') }),
  /** Subtitles came, or how they stand changed. */
  z.object({ kind: z.literal('tracks'), documents: z.array(z.string()) }),
  /** Clips came, or what can be played and shown of them changed. */
  z.object({ kind: z.literal('clips'), clips: z.array(z.string()) }),
  /** A render of a clip was ordered or ended. */
  z.object({ kind: z.literal('renders'), clip: z.string() }),
  /** A bundle was opened or made, or the mailbox was looked into. */
  z.object({ kind: z.literal('exchanges') }),
  z.object({ kind: z.literal('job'), job: jobView }),
  z.object({ kind: z.literal('packages') }),
  /** A file was opened from outside: a window takes it by `files.offered`. */
  z.object({ kind: z.literal('offered') }),
  z.object({ kind: z.literal('secrets'), document: z.string() }),
  /** Somebody opened or left a document, or types in another block of it. */
  z.object({ kind: z.literal('presence'), document: z.string() }),
  z.object({ kind: z.literal('revisions'), document: z.string() }),
  /** The store refuses writes (full disk, folder gone): what is typed is not saved until `storeWorks`. */
  z.object({ kind: z.literal('storeFails'), code: z.string(), path: z.string() }),
  z.object({ kind: z.literal('storeWorks') }),
  /** The client asked for events that are no longer kept: read everything again. */
  z.object({ kind: z.literal('reset') }),
])
export type WorkspaceEvent = z.infer<typeof workspaceEvent>
export const sequencedEvent = z.object({ seq: z.number(), event: workspaceEvent })
export type SequencedEvent = z.infer<typeof sequencedEvent>

export const events = {
  /** Events after `after`; null starts with the present. Ends only with the connection. */
  follow: operation.input(z.object({ after: z.number().nullable() })).output(eventIterator(sequencedEvent)),
}
