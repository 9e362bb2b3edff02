import { z } from 'zod'
import { conceptKinds, termUses } from '#domain/terms/termbase.ts'
import { freshId, grantId, languageTag, operation } from './base.ts'

const line = z.string().max(500)
const entryId = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/)
const day = z.string().regex(/^(\d{4}-\d\d-\d\d)?$/)

export const term = z.object({
  id: entryId,
  language: languageTag,
  text: line.min(1),
  use: z.enum(termUses),
  note: z.string().max(2000),
})
export const concept = z.object({
  id: entryId,
  kind: z.enum(conceptKinds),
  terms: z.array(term).max(200),
  note: z.string().max(4000),
  source: z.string().max(2000),
  status: z.enum(['proposed', 'approved']),
})
export const official = z.object({
  id: entryId,
  name: line.min(1),
  gender: z.enum(['female', 'male', '']),
  titles: z
    .array(z.object({ id: entryId, text: line, concept: z.string().max(100), from: day, until: day }))
    .max(100),
  names: z.array(z.object({ language: languageTag, text: line.min(1), confirmed: z.boolean() })).max(40),
  note: z.string().max(4000),
  source: z.string().max(2000),
})

export const termbaseView = z.object({
  concepts: z.array(concept),
  people: z.array(official),
  /** True until somebody changed anything: what is shown is what was shipped. */
  shipped: z.boolean(),
})
export type TermbaseView = z.infer<typeof termbaseView>

/** A term or a person met in a sentence. */
export const metTerm = z.object({
  kind: z.enum(['concept', 'person']),
  id: z.string(),
  /** UTF-16 units of the sentence's words without codes. */
  start: z.number(),
  end: z.number(),
  term: z.string(),
  /** In the target's language; the first is the one to write. */
  allowed: z.array(z.string()),
  forbidden: z.array(z.string()),
  note: z.string(),
  approved: z.boolean(),
  /** Of a person: '' while nobody said, and of a concept. */
  gender: z.enum(['female', 'male', '']),
  /** Of a person, the newest first: when the title held (`YYYY-MM-DD`, '' for open), and its forms in the target's language. */
  titles: z.array(
    z.object({ text: z.string(), from: z.string(), until: z.string(), forms: z.array(z.string()) }),
  ),
})
export type MetTermView = z.infer<typeof metTerm>

/** What a column of a glossary file holds. */
const columnRole = z.object({
  role: z.enum(['ignore', 'term', 'allowed', 'forbidden', 'kind', 'note', 'source']),
  /** Of `term`, `allowed` and `forbidden`. */
  language: languageTag.nullable(),
})

export const glossaryPreview = z.object({
  fileName: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** How the bytes were read: the separator of a CSV file and its encoding, or ''. */
  separator: z.string(),
  encoding: z.string(),
  header: z.boolean(),
  columns: z.array(z.object({ name: z.string(), role: columnRole })),
  /** The first rows as they stand in the file. */
  rows: z.array(z.array(z.string())),
  total: z.number(),
  /** Rows that no concept can be made of; the first of them with their number in the file. */
  skippedTotal: z.number(),
  skipped: z.array(z.object({ row: z.number(), reason: z.enum(['empty', 'one-language']) })),
  /** What an import would do now: concepts made, known concepts that get further terms, rows that bring nothing new. */
  added: z.number(),
  completed: z.number(),
  known: z.number(),
  /** The first rows that bring nothing new, with their number in the file. */
  knownRows: z.array(z.number()),
})
export type GlossaryPreview = z.infer<typeof glossaryPreview>

/** What an import did, for the person who asked for it. */
export const glossaryImportReport = z.object({
  id: z.string(),
  added: z.number(),
  completed: z.number(),
  known: z.number(),
  skipped: z.number(),
})
export type GlossaryImportReport = z.infer<typeof glossaryImportReport>

const reading = z.object({
  grant: grantId,
  sheet: z.string().max(200).default(''),
  /** Null: as the file seems to want it. */
  header: z.boolean().nullable().default(null),
  columns: z.array(columnRole).max(200).nullable().default(null),
})

export const terms = {
  get: operation.output(termbaseView),
  /** Terms and people in a sentence, with what to write for them in another language. */
  find: operation
    .input(z.object({ text: z.string().max(100_000), from: languageTag, to: languageTag }))
    .output(z.array(metTerm)),
  saveConcept: operation.input(z.object({ concept })).output(termbaseView),
  savePerson: operation.input(z.object({ person: official })).output(termbaseView),
  remove: operation
    .input(z.object({ kind: z.enum(['concept', 'person']), id: entryId }))
    .output(termbaseView),
  /** Reads a glossary (XLSX, CSV) and proposes what its columns are; nothing is kept (SAFE3). */
  preview: operation.input(reading).output(glossaryPreview),
  /**
   * Adds the file's concepts in the background, under this id, all or none (SAFE3). One that has a term in common with
   * a known concept completes that one.
   */
  importFile: operation.input(reading.extend({ id: freshId })).output(z.object({ job: z.string() })),
  importReport: operation.input(z.object({ id: z.string() })).output(glossaryImportReport),
  exportFile: operation
    .input(z.object({ id: freshId, format: z.enum(['csv', 'xlsx']) }))
    .output(z.object({ url: z.string(), name: z.string(), bytes: z.number() })),
}
