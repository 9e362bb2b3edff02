import { z } from 'zod'
import { freshId, grantId, instant, languageTag, operation } from './base.ts'
import { codedText } from './coded-text.ts'

/** Where a unit came from: confirmed here, written by hand, or a file. */
const origin = z.object({
  kind: z.enum(['learned', 'hand', 'import']),
  /** The file's name; the title of nothing else. */
  name: z.string(),
  /** The document it was confirmed in, or ''. */
  document: z.string(),
})

const difference = z.object({ change: z.enum(['same', 'removed', 'added']), text: z.string() })

export const memoryMatch = z.object({
  unit: z.string(),
  /** Whole percent: `domain/memory/score.ts` says how it is counted; 101 is the same sentence in the same place. */
  score: z.number().int(),
  source: codedText,
  target: codedText,
  /** From the stored sentence to the one that was asked about. */
  differences: z.array(difference),
  origin,
  at: instant,
  /** A profile's name, or what the file called the person. */
  by: z.string(),
})
export type MemoryMatch = z.infer<typeof memoryMatch>

export const memoryUnit = z.object({
  unit: z.string(),
  texts: z.array(z.object({ language: z.string(), text: codedText })),
  origin,
  at: instant,
  by: z.string(),
  withdrawn: z.boolean(),
})
export type MemoryUnit = z.infer<typeof memoryUnit>

const batch = z.object({
  id: z.string(),
  kind: origin.shape.kind,
  name: z.string(),
  at: instant,
  by: z.string(),
  units: z.number(),
  withdrawn: z.boolean(),
})

export const memoryCounts = z.object({
  units: z.number(),
  /** Texts in each language. */
  languages: z.array(z.object({ language: z.string(), texts: z.number() })),
  /** Units that have both languages; each pair once, those with most units first. */
  pairs: z.array(z.object({ one: z.string(), other: z.string(), units: z.number() })),
  batches: z.array(batch),
})
export type MemoryCounts = z.infer<typeof memoryCounts>

/** What an import did, for the person who asked for it. */
export const memoryImportReport = z.object({
  id: z.string(),
  units: z.number(),
  /** Units whose texts were all known already. */
  known: z.number(),
  skipped: z.number(),
  /** The first of them. */
  skips: z.array(z.object({ reason: z.string(), line: z.number(), detail: z.string() })),
})
export type MemoryImportReport = z.infer<typeof memoryImportReport>

const unitText = z.object({ language: languageTag, text: codedText })

export const memory = {
  /** The best matches for a sentence. */
  lookup: operation
    .input(
      z.object({
        source: codedText,
        /** The sentences before and behind, null at the ends of the text. */
        previous: z.string().max(100_000).nullable().default(null),
        next: z.string().max(100_000).nullable().default(null),
        from: languageTag,
        to: languageTag,
        /** Least score. */
        least: z.number().int().min(50).max(100).default(60),
        limit: z.number().int().min(1).max(20).default(8),
      }),
    )
    .output(
      z.object({
        matches: z.array(memoryMatch),
        /** False while the index is still being made or took too long: only exact matches are here then. */
        complete: z.boolean(),
      }),
    ),
  /** Where a phrase was used, in either language; case and marks do not matter (LANG1). */
  concordance: operation
    .input(
      z.object({
        text: z.string().min(1).max(500),
        language: languageTag,
        /** Only units that have a text in this language. */
        other: languageTag.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(memoryUnit)),
  get: operation.input(z.object({ unit: z.string().max(200) })).output(memoryUnit),
  /** Writes a unit by hand, or other texts into one that is there: a signed statement, which travels. */
  edit: operation
    .input(
      z.object({ id: freshId, unit: z.string().min(1).max(200), texts: z.array(unitText).min(2).max(40) }),
    )
    .output(memoryUnit),
  /** Takes a unit out; it is never offered again (SAFE2: it stays in the store). */
  withdraw: operation.input(z.object({ id: freshId, unit: z.string().min(1).max(200) })).output(memoryUnit),
  counts: operation.output(memoryCounts),
  /** Reads a TMX file in the background, under this id. A stamp anywhere refuses it (SEC1). */
  importFile: operation
    .input(z.object({ id: freshId, grant: grantId }))
    .output(z.object({ job: z.string() })),
  importReport: operation.input(z.object({ id: z.string() })).output(memoryImportReport),
  /** Takes all units of an import out, or lets them in again. */
  setBatch: operation
    .input(z.object({ id: z.string().max(200), withdrawn: z.boolean() }))
    .output(memoryCounts),
  /** Writes a TMX file of all units that have both languages, or of all. */
  exportFile: operation
    .input(
      z.object({
        id: freshId,
        from: languageTag.nullable().default(null),
        to: languageTag.nullable().default(null),
        /** Only units that changed at this moment or later. */
        since: instant.nullable().default(null),
        /** A file that does not exist yet; only trusted shells and the command line may name one. */
        path: z.string().max(4000).nullable().default(null),
      }),
    )
    .output(z.object({ job: z.string() })),
  download: operation
    .input(z.object({ id: z.uuidv7() }))
    .output(z.object({ url: z.string(), name: z.string(), bytes: z.number() })),
}
