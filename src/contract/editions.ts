import { z } from 'zod'
import { channelKinds, editionFields, textUnits } from '#domain/channels.ts'
import { workflowStates } from '#domain/workflow-state.ts'
import { documentId, freshId, instant, languageTag, operation, sha256 } from './base.ts'

export const editionField = z.enum(editionFields)

/** A field's length against one limit of its channel. */
const fieldCounter = z.object({
  field: editionField,
  unit: z.enum(textUnits),
  count: z.number(),
  maximum: z.number(),
  /** From here on it is folded away, or costs more; null without such a mark. */
  warnAt: z.number().nullable(),
  level: z.enum(['fits', 'warns', 'tooLong']),
  /** Where the limit is written, and when it was last looked up. */
  source: z.string(),
  date: z.string(),
})
export type FieldCounter = z.infer<typeof fieldCounter>

const fieldView = z.object({
  field: editionField,
  text: z.string(),
  counters: z.array(fieldCounter),
  /** The source says something else than when this was taken from it or looked at (FLOW1). */
  stale: z.boolean(),
  /** What the source gives now; `refresh` takes it. */
  offered: z.string(),
  /** What the channel does not take: `empty` of a field that it needs, `angle` for < and > in YouTube's texts. */
  problems: z.array(z.enum(['empty', 'angle'])),
})
export type EditionFieldView = z.infer<typeof fieldView>

/** Pictures in the order they are posted, numbered from 1. */
const pictureView = z.object({
  asset: sha256,
  number: z.number(),
  caption: z.string(),
  alt: z.string(),
  credit: z.string(),
  /** Whether it goes along: the channel takes so many at most. */
  posted: z.boolean(),
})

/** How a short message is sent with and without marks. */
const smsForm = z.object({
  form: z.enum(['accented', 'unaccented']),
  text: z.string(),
  encoding: z.enum(['gsm7', 'ucs2']),
  units: z.number(),
  parts: z.number(),
  left: z.number(),
  forcing: z.array(z.string()),
})

export const boardStates = [
  /** Nobody began a text for this channel and language. */
  'missing',
  /** The text is held back by a stamp, or waits to be judged (SEC1). */
  'held',
  'internal',
  /** The article, or its translation, has no approved text. */
  'sourceNotApproved',
  /** A field that the channel needs is empty, or holds what it does not take. */
  'incomplete',
  'tooLong',
  'stale',
  'notApproved',
  'inReview',
  'returned',
  /** An approved text can leave; newer words wait for approval. */
  'newerUnapproved',
  'embargoed',
  'ready',
  /** A package holds the approved text. */
  'made',
  'posted',
  /** A take-down or a correction is asked for and not done. */
  'due',
  'takenDown',
] as const

/** The one next thing to do; `none` when it is done, or nobody can do anything. */
export const boardActions = [
  'create',
  'approveSource',
  'judge',
  'write',
  'shorten',
  'refresh',
  'submit',
  'approve',
  'make',
  'post',
  'settle',
  'none',
] as const

const boardRow = z.object({
  channel: z.string(),
  kind: z.enum(channelKinds),
  /** By interface language; the Vietnamese one is always there. */
  names: z.record(z.string(), z.string()),
  language: z.string(),
  /** The edition; of a portal, the article or its translation; null while there is none. */
  document: documentId.nullable(),
  state: z.enum(boardStates),
  action: z.enum(boardActions),
  /** Only those that warn or are too long, unless asked for by `get`. */
  counters: z.array(fieldCounter),
  /** Fields whose source changed; `pictures` when the pictures did. */
  stale: z.array(z.enum([...editionFields, 'pictures'])),
  workflow: z.enum(workflowStates).nullable(),
  approvedRevision: sha256.nullable(),
  approvedAt: instant.nullable(),
  /** The newest package that holds it. */
  made: z.object({ package: z.string(), at: instant, preview: z.boolean() }).nullable(),
  /** The newest note of a posting. */
  posted: z.object({ record: sha256, at: instant, url: z.string() }).nullable(),
  /** Milliseconds since 1970: by when an open take-down or correction is to be done. */
  due: instant.nullable(),
})
export type BoardRow = z.infer<typeof boardRow>

export const editionSummary = z.object({
  document: documentId,
  article: z.string(),
  channel: z.string(),
  kind: z.enum(channelKinds),
  language: z.string(),
  title: z.string(),
  state: z.enum(workflowStates),
  /** How many fields the source left behind. */
  stale: z.number(),
  tooLong: z.boolean(),
  approvedRevision: sha256.nullable(),
  updatedAt: instant,
})
export type EditionSummary = z.infer<typeof editionSummary>

export const editionView = z.object({
  document: documentId,
  article: z.string(),
  channel: z.string(),
  kind: z.enum(channelKinds),
  language: z.string(),
  /** Grows with every change of the text, its source or its records. */
  version: z.number(),
  state: z.enum(workflowStates),
  fields: z.array(fieldView),
  pictures: z.array(pictureView),
  picturesStale: z.boolean(),
  /** The post as it is pasted in one: fields joined as the package joins them. */
  whole: z.string(),
  /** Of an SMS; empty otherwise. */
  forms: z.array(smsForm),
  /** Of a loudspeaker script: how long it takes at the channel's pace, in seconds; null otherwise. */
  seconds: z.number().nullable(),
})
export type EditionView = z.infer<typeof editionView>

const onEdition = z.object({ document: documentId })

export const editions = {
  /** Every channel and language of a story, with the one next thing to do. */
  board: operation.input(z.object({ article: z.string() })).output(z.array(boardRow)),
  /** All editions, or those of one article, the newest change first. */
  list: operation
    .input(
      z.object({
        article: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.array(editionSummary)),
  /** Begins the text for a channel and a language from what the article says now; one that is there stays as it is. */
  create: operation
    .input(z.object({ article: z.string(), channel: z.string(), language: languageTag }))
    .output(editionView),
  get: operation.input(onEdition).output(editionView),
  /**
   * Changes a field's text from `before` (as the writer saw it) to `text`; what others wrote meanwhile stays.
   * `profile` and `batch` as in `translations.write`: sent again, it is carried out once.
   */
  write: operation
    .input(
      onEdition.extend({
        field: editionField,
        before: z.string().max(200_000),
        text: z.string().max(200_000),
        profile: z.string().nullable().default(null),
        batch: freshId.nullable().default(null),
      }),
    )
    .output(editionView),
  /**
   * Settles a stale mark: `take` puts what the source gives now in the field's place, `keep` leaves the text and notes
   * that somebody looked. On `pictures` it takes the source's pictures.
   */
  refresh: operation
    .input(
      onEdition.extend({
        field: z.enum([...editionFields, 'pictures']),
        how: z.enum(['take', 'keep']).default('take'),
      }),
    )
    .output(editionView),
  /** Which pictures are posted and in which order: assets among those of the edition. */
  arrange: operation.input(onEdition.extend({ pictures: z.array(sha256).max(100) })).output(editionView),
}
