import { z } from 'zod'
import { metadataNames } from '#domain/article.ts'
import { blockKinds } from '#domain/blocks.ts'
import { runText } from './article-text.ts'
import { articleRow } from './articles.ts'
import { freshId, grantId, languageTag, operation, sha256 } from './base.ts'

/** A block proposed by an import. `picture` names a file inside the preview. */
export const proposedBlock = z.object({
  id: z.string(),
  kind: z.enum(blockKinds),
  runs: z.array(runText),
  indent: z.number().int().min(0).max(8).default(0),
  picture: z.string().nullable().default(null),
  alt: z.string().default(''),
  credit: z.string().default(''),
  /** Characters at the start that are a dateline ("(TN) - "): a person says whether they leave the text. */
  dateline: z.number().int().min(0).default(0),
  /** Why it was proposed as this kind: a key of the locale files, or empty when the file said so itself. */
  guess: z.string().default(''),
})
export type ProposedBlock = z.infer<typeof proposedBlock>

export const importWarning = z.object({
  /** A key of the locale files. */
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const importPreview = z.object({
  preview: z.string(),
  fileName: z.string(),
  format: z.enum(['docx', 'doc', 'rtf', 'txt', 'md', 'html']),
  language: z.string(),
  metadata: z.partialRecord(z.enum(metadataNames), z.union([z.string(), z.boolean()])),
  blocks: z.array(proposedBlock),
  pictures: z.array(
    z.object({ name: z.string(), mediaType: z.string(), bytes: z.number(), url: z.string() }),
  ),
  /** Set when text may be in a legacy Vietnamese encoding and a person must say. */
  encodingQuestion: z
    .object({
      samples: z.array(z.object({ encoding: z.enum(['unicode', 'tcvn3', 'vni']), text: z.string() })),
    })
    .nullable(),
  warnings: z.array(importWarning),
})
export type ImportPreview = z.infer<typeof importPreview>

export const imports = {
  /** Reads a file and proposes an article; nothing is created (SAFE3). A stamp anywhere refuses it (SEC1). */
  preview: operation
    .input(
      z.object({ grant: grantId, encoding: z.enum(['auto', 'unicode', 'tcvn3', 'vni']).default('auto') }),
    )
    .output(importPreview),
  /** Creates the article from a preview, with the guesses as the person left them. */
  commit: operation
    .input(
      z.object({
        id: freshId,
        preview: z.string(),
        language: languageTag,
        metadata: z.partialRecord(z.enum(metadataNames), z.union([z.string(), z.boolean()])),
        blocks: z.array(proposedBlock).min(1).max(100_000),
      }),
    )
    .output(articleRow),
  discard: operation.input(z.object({ preview: z.string() })).output(z.object({})),
}

export const assetView = z.object({
  asset: sha256,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** What the picture says of itself (IPTC, EXIF). */
  caption: z.string(),
  credit: z.string(),
  /** Alternative text (IPTC Alt Text (Accessibility)). */
  alt: z.string(),
  copyright: z.string(),
})
export type AssetView = z.infer<typeof assetView>

export const assets = {
  /** Keeps a granted file as an original. The same bytes are kept once. A scan of a signed sheet may be a PDF, which nothing reads. */
  add: operation
    .input(z.object({ grant: grantId, use: z.enum(['picture', 'scan']).default('picture') }))
    .output(assetView),
  get: operation.input(z.object({ asset: sha256 })).output(assetView),
}
