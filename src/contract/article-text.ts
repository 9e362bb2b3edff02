import { z } from 'zod'
import { blockKinds } from '#domain/blocks.ts'
import { sha256 } from './base.ts'

/** A stretch of text with one set of marks, as `domain/blocks.ts` has it. */
export const runText = z.object({
  text: z.string(),
  marks: z.object({
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    underline: z.literal(true).optional(),
    link: z.string().optional(),
  }),
})

const blockText = z.object({
  id: z.string(),
  kind: z.enum(blockKinds),
  runs: z.array(runText),
  indent: z.number(),
  asset: sha256.nullable(),
  alt: z.string(),
  credit: z.string(),
})
export type BlockText = z.infer<typeof blockText>

/** A whole text at one moment, for reading. */
export const articleText = z.object({
  metadata: z.record(z.string(), z.union([z.string(), z.boolean()])),
  blocks: z.array(blockText),
})
export type ArticleText = z.infer<typeof articleText>
