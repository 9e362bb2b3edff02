import { z } from 'zod'
import { blockKinds } from '#domain/blocks.ts'
import { articleText, runText } from './article-text.ts'
import { documentId, freshId, instant, operation, sha256 } from './base.ts'

export const revisionReasons = [
  'named',
  'submitted',
  'approved',
  'imported',
  'restored',
  'automatic',
  'purged',
] as const

export const revisionRow = z.object({
  id: z.string(),
  document: documentId,
  revision: sha256,
  at: instant,
  by: z.object({ id: z.string(), name: z.string() }),
  reason: z.enum(revisionReasons),
  name: z.string(),
  words: z.number(),
})
export type RevisionRow = z.infer<typeof revisionRow>

/** A piece of a line of a diff: what stayed, went or came, in the formatting of the text that has it. */
export const diffPiece = runText.extend({ change: z.enum(['same', 'removed', 'added']) })
/** One block of a readable diff, in the order of the newer text. */
export const diffBlock = z.object({
  block: z.string(),
  kind: z.enum(blockKinds),
  change: z.enum(['same', 'changed', 'added', 'removed', 'moved']),
  /** Set when the block's kind changed. */
  formerKind: z.enum(blockKinds).nullable(),
  pieces: z.array(diffPiece),
  /** Alternative text, credit, picture or formatting changed. */
  attributes: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  /** The picture that the block shows, in the newer text where it is in both. */
  asset: sha256.nullable(),
})
export type DiffBlock = z.infer<typeof diffBlock>
export const articleDiff = z.object({
  metadata: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  blocks: z.array(diffBlock),
  added: z.number(),
  removed: z.number(),
})
export type ArticleDiff = z.infer<typeof articleDiff>

const side = z.union([sha256, z.literal('current'), z.literal('empty')])

export const revisions = {
  /** A text as a whole, to be read. */
  read: operation.input(z.object({ document: documentId, revision: side })).output(articleText),
  list: operation.input(z.object({ document: documentId })).output(z.array(revisionRow)),
  /** Ctrl+S: keeps the text of this moment under a name. */
  keep: operation
    .input(z.object({ id: freshId, document: documentId, name: z.string().max(200) }))
    .output(revisionRow),
  diff: operation.input(z.object({ document: documentId, from: side, to: side })).output(articleDiff),
  /** Brings an earlier text back as an inverse edit; the text of before stays as a revision (SAFE2). */
  restore: operation
    .input(z.object({ id: freshId, document: documentId, revision: sha256 }))
    .output(revisionRow),
}
