import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { blockKinds } from '#domain/blocks.ts'
import { rowStates, segmentFields } from '#domain/segments/segments.ts'
import { workflowStates } from '#domain/workflow-state.ts'
import { articleText } from './article-text.ts'
import { documentId, freshId, instant, languageTag, operation, sha256 } from './base.ts'
import { codedText } from './coded-text.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** One of the texts that people wrote for a row. */
const targetView = z.object({
  /** Names the text in `pick`, `discard` and `offers`. */
  text: z.string(),
  /** The sentence as it stood when this was written. */
  source: codedText,
  target: codedText,
  /** True when somebody confirmed exactly these words. */
  confirmed: z.boolean(),
  by: person.nullable(),
})
export type TargetView = z.infer<typeof targetView>

export const translationRow = z.object({
  /** Stays the same while the sentence stands in its place; `+<id>` for a sentence the source lacks. */
  row: z.string(),
  kind: z.enum(['sentence', 'added']),
  /** `@` for a field of the metadata. */
  block: z.string(),
  blockKind: z.enum([...blockKinds, 'metadata']),
  field: z.enum(segmentFields),
  /** The same for every occurrence of the sentence. */
  key: z.string(),
  /** Empty for an added sentence. Sentences merged into this row follow each other, a line break between blocks. */
  source: codedText,
  /** What is written for this row, else what is offered for it; its codes carry the source's numbers. */
  target: codedText,
  state: z.enum(rowStates),
  /** The text that `target` comes from, null while there is none. */
  text: z.string().nullable(),
  /** How many rows share this text: 1 unless the sentence is repeated. */
  shared: z.number(),
  /** The sentence occurs elsewhere too and this occurrence has a text of its own. */
  separated: z.boolean(),
  /** How many sentences of the source this row holds: 1 unless rows were merged into it. */
  merged: z.number(),
  /** Rival texts, side by side until a person picks. Only in state `variants`. */
  variants: z.array(targetView),
  /** What was the translation before the source changed, the most similar first. Only in state `stale`. */
  offers: z.array(targetView.extend({ similarity: z.number() })),
  confirmedBy: person.nullable(),
  confirmedAt: instant.nullable(),
  /** What checks say of it and somebody ignored, by the name `findingId` gives. */
  ignored: z.array(z.object({ finding: z.string(), reason: z.string(), by: person, at: instant })),
  /** Open comments. */
  comments: z.number(),
  /** Length of the source in chữ. */
  words: z.number(),
})
export type TranslationRow = z.infer<typeof translationRow>

/** In chữ of the source, and in rows. `total` leaves out what is omitted; added sentences count no words. */
const progress = z.object({
  rows: z.number(),
  words: z.number(),
  confirmedRows: z.number(),
  confirmedWords: z.number(),
  draftRows: z.number(),
  draftWords: z.number(),
  staleRows: z.number(),
  variantRows: z.number(),
  omittedRows: z.number(),
})
export type Progress = z.infer<typeof progress>

/**
 * Whether an approved text in this language can leave now (FLOW2): `stale` and `newerUnapproved` leave as they were
 * approved, with a warning.
 */
const readinessState = z.enum([
  'ready',
  'notApproved',
  'newerUnapproved',
  'stale',
  'sourceNotApproved',
  'held',
])

export const translationSummary = z.object({
  document: documentId,
  article: z.string(),
  title: z.string(),
  sourceTitle: z.string(),
  language: z.string(),
  sourceLanguage: z.string(),
  progress,
  state: z.enum(workflowStates),
  /** Where the source stands: work may begin before it is approved, visibly so. */
  sourceState: z.enum(workflowStates),
  approvedRevision: sha256.nullable(),
  /** The revision of the source that the approved translation was made from. */
  approvedSource: sha256.nullable(),
  readiness: readinessState,
  comments: z.number(),
  updatedAt: instant,
})
export type TranslationSummary = z.infer<typeof translationSummary>

const rowsView = z.object({
  summary: translationSummary,
  /** For `follow`. */
  version: z.number(),
  /** In the order of the text; the metadata last. */
  rows: z.array(translationRow),
  /** Texts whose sentence is gone and that no row shows. */
  orphans: z.array(targetView),
})
export type RowsView = z.infer<typeof rowsView>

/** A sentence beside its translation as a kept revision has it, for a reviewer. */
const reviewedRow = z.object({
  block: z.string(),
  field: z.enum(segmentFields),
  source: codedText,
  target: codedText,
  /** What the text that was approved before said for this sentence; null when it had none. */
  approved: codedText.nullable(),
  /** The sentence that this one replaced in the source since then; null when it stood there already. */
  formerSource: codedText.nullable(),
  omitted: z.boolean(),
})
export type ReviewedRow = z.infer<typeof reviewedRow>

/** What changed since the view before. */
const rowsEvent = z.object({
  version: z.number(),
  summary: translationSummary,
  changed: z.array(translationRow),
  /** All rows in order, when rows came, went or moved; null when they did not. */
  order: z.array(z.string()).nullable(),
  orphans: z.array(targetView),
})
export type RowsEvent = z.infer<typeof rowsEvent>

const comment = z.object({
  id: z.string(),
  /** Null when its sentence is gone. */
  row: z.string().nullable(),
  /** The sentence it was about, as it was. */
  source: z.string(),
  text: z.string(),
  by: person,
  at: instant,
  resolved: z.boolean(),
})
export type TranslationComment = z.infer<typeof comment>

/** `before` is the target as the writer last saw it: what others wrote meanwhile is kept beside what changed. */
const writing = z.object({
  document: documentId,
  row: z.string(),
  /** The sentence as the writer saw it: when the source has changed this moment, what was typed is kept with it. */
  source: codedText.default([]),
  before: codedText,
  target: codedText,
  /** Who wrote it; see `documents.append`. */
  profile: z.string().nullable().default(null),
  /** Made by the client: what is sent again under the same id, its answer lost, is answered and not written twice. */
  batch: z.string().min(1).max(100).nullable().default(null),
})
const onRow = z.object({ document: documentId, row: z.string() })

/** Translating an article, sentence by sentence. What writes answers when it is on disk (SAFE1). */
export const translations = {
  /** Begins the translation of an article into a language; one that is there already is answered as it is. */
  create: operation
    .input(z.object({ article: z.string(), language: languageTag }))
    .output(translationSummary),
  /** The languages of one article, or of all articles: those with work to do first. */
  list: operation
    .input(
      z.object({
        article: z.string().nullable().default(null),
        language: languageTag.nullable().default(null),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.array(translationSummary)),
  get: operation.input(z.object({ document: documentId })).output(translationSummary),
  /** All rows. The rows of another language of the same article have the same ids, unless rows are merged there. */
  rows: operation.input(z.object({ document: documentId })).output(rowsView),
  /** What changes after `after` (a version); a first event with all rows when the version is not the present one. */
  follow: operation
    .input(z.object({ document: documentId, after: z.number() }))
    .output(eventIterator(rowsEvent)),
  /**
   * When the row has gone because the source changed, what was typed is kept all the same and the row that it is now
   * offered in is answered; without one the failure is `row-unknown`, and the text is among the orphans.
   */
  /**
   * Null when the sentence has gone from the source and no other takes its words over: they are among the orphans.
   */
  write: operation.input(writing).output(translationRow.nullable()),
  /** Writes, and confirms exactly these words: if others changed them meanwhile the row stays a draft. */
  confirm: operation.input(writing).output(translationRow.nullable()),
  unconfirm: operation.input(onRow).output(translationRow),
  /** Leaves a sentence out of the translation, or takes it in again. */
  omit: operation.input(onRow.extend({ omitted: z.boolean() })).output(translationRow),
  /** A sentence that the source lacks, behind a row. Answers its row, which is then written like any other. */
  add: operation.input(onRow.extend({ id: freshId })).output(translationRow),
  /** Takes an added sentence out again. */
  removeAdded: operation.input(onRow).output(z.object({})),
  /** One target for this row and the next, also across the end of a paragraph. */
  merge: operation.input(onRow).output(translationRow),
  /** The sentences of a merged row stand alone again. */
  unmerge: operation.input(onRow).output(translationRow),
  /** Gives one occurrence of a repeated sentence a text of its own, which begins as the shared one. */
  separate: operation.input(onRow).output(translationRow),
  /** Goes back to the shared text. */
  share: operation.input(onRow).output(translationRow),
  /** Of rival texts one stays; the others are set aside unless somebody goes on writing them. */
  pick: operation.input(onRow.extend({ text: z.string() })).output(translationRow),
  /** Sets an orphan aside. */
  discard: operation.input(z.object({ document: documentId, text: z.string() })).output(z.object({})),
  /**
   * Ignores what a check says, with a reason that colleagues and the reviewer see; null takes that back. It holds for
   * every occurrence of the sentence, as long as the words that the finding is about stay.
   */
  ignoreFinding: operation
    .input(
      onRow.extend({
        finding: z.string().min(1).max(200),
        reason: z.string().trim().min(1).max(500).nullable(),
      }),
    )
    .output(translationRow),
  comments: operation.input(z.object({ document: documentId })).output(z.array(comment)),
  comment: operation
    .input(onRow.extend({ id: freshId, text: z.string().trim().min(1).max(4000) }))
    .output(comment),
  resolveComment: operation
    .input(z.object({ document: documentId, comment: z.string(), resolved: z.boolean() }))
    .output(comment),
  /** A revision of a translation, sentence by sentence, against the text approved before (`since`; null: none). */
  review: operation
    .input(z.object({ document: documentId, revision: sha256, since: sha256.nullable() }))
    .output(z.array(reviewedRow)),
  /** Byline and pen name in the target language; '' is the source's. */
  setMetadata: operation
    .input(
      z.object({
        document: documentId,
        name: z.enum(['byline', 'penName']),
        value: z.string().max(500),
      }),
    )
    .output(translationSummary),
  /**
   * The article in the target language as it stands, or only these blocks of it; `missing` and `stale` name their rows
   * as in `rows`.
   */
  preview: operation
    .input(z.object({ document: documentId, blocks: z.array(z.string()).optional() }))
    .output(z.object({ text: articleText, missing: z.array(z.string()), stale: z.array(z.string()) })),
}
