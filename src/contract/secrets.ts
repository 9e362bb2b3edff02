import { z } from 'zod'
import { documentId, freshId, operation } from './base.ts'

/** A block in the form of a state-secret stamp (SEC1). */
export const stampHit = z.object({
  hit: z.string(),
  document: documentId,
  block: z.string(),
  stamp: z.enum(['topSecret', 'secret', 'confidential']),
  excerpt: z.string(),
})
export type StampHit = z.infer<typeof stampHit>

export const secrets = {
  /** Judges text before anything holds it: what a paste brings. Answers the hits, empty when clean. */
  judge: operation
    .input(z.object({ texts: z.array(z.string()).max(100_000) }))
    .output(z.array(z.object({ index: z.number(), stamp: stampHit.shape.stamp, excerpt: z.string() }))),
  hits: operation.input(z.object({ document: documentId })).output(z.array(stampHit)),
  /** A person says the words are ordinary: this text in this block is not asked about again. */
  dismiss: operation
    .input(z.object({ hit: z.string(), document: documentId, reason: z.string().trim().min(1) }))
    .output(z.object({})),
  /** Deletes the text and every trace of it from the workspace and its backups. Cannot be undone. */
  purge: operation
    .input(
      z.object({
        id: freshId,
        hit: z.string(),
        document: documentId,
        /** `block` keeps the rest of the article; `article` empties all of it. */
        scope: z.enum(['block', 'article']).default('block'),
      }),
    )
    .output(
      z.object({
        backupsCleaned: z.number(),
        backupsDropped: z.number(),
        /** Units of the memory that held purged words, imported or written by hand, and are gone. */
        memoryUnits: z.number(),
        /** Terms and people whose entries hold purged words: they stay until a person changes them. */
        terms: z.array(z.string()),
      }),
    ),
}
