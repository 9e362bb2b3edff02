import { z } from 'zod'
import { blockKinds } from '#domain/blocks.ts'
import { workflowKinds } from '#domain/records.ts'
import { rowStates, segmentFields } from '#domain/segments/segments.ts'
import { workflowStates } from '#domain/workflow-state.ts'
import { documentId, freshId, instant, languageTag, operation, sha256 } from './base.ts'
import { codedText } from './coded-text.ts'
import { articleDiff } from './revisions.ts'

const person = z.object({ id: z.string(), name: z.string() })

export const timelineEntry = z.object({
  record: sha256,
  kind: z.enum(workflowKinds),
  by: person,
  at: instant,
  note: z.string(),
  revision: sha256.nullable(),
  /** Of an approval on paper: who signed the sheet, and its scan. */
  paper: z.object({ approver: z.string(), scan: sha256 }).nullable(),
  /** Whether the signature, the membership and the role hold up to the newsroom's root. */
  verdict: z.enum(['valid', 'invalid', 'unknownSigner']),
  problem: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const workflowView = z.object({
  document: documentId,
  state: z.enum(workflowStates),
  /** The submission that waits for an answer. */
  submission: z
    .object({ record: sha256, revision: sha256, by: person, at: instant, note: z.string() })
    .nullable(),
  approvedRevision: sha256.nullable(),
  changedSinceApproval: z.boolean(),
  authors: z.array(person),
  /** What the signed-in profile may do now; the reason otherwise is a failure code. */
  may: z.object({
    submit: z.string().nullable(),
    approve: z.string().nullable(),
    return: z.string().nullable(),
  }),
  timeline: z.array(timelineEntry),
})
export type WorkflowView = z.infer<typeof workflowView>

export const queueItem = z.object({
  document: documentId,
  article: z.string(),
  title: z.string(),
  language: z.string(),
  section: z.string(),
  submission: sha256,
  submittedBy: person,
  submittedAt: instant,
  note: z.string(),
  deadline: z.string(),
  words: z.number(),
  authors: z.array(person),
  /** Why the signed-in profile may not decide (a failure code), or null. */
  blocked: z.string().nullable(),
  firstTime: z.boolean(),
  /** What its changes are shown against: the approved text, else the one returned last, else nothing. */
  basis: z.enum(['approved', 'returned', 'nothing']),
  /** How many times the text was sent, this time included. */
  round: z.number(),
})
export type QueueItem = z.infer<typeof queueItem>

/** A submitted translation beside its source, as it was signed. */
const besideSource = z.object({
  language: languageTag,
  /** `''` when the source's text is not here. */
  sourceLanguage: z.string(),
  /** Whether the source that it was made from is the one that is approved now. */
  source: z.enum(['approved', 'changed', 'notApproved']),
  /** In the order of the text; a sentence that nobody translated is `empty`, an added one has no source. */
  rows: z.array(
    z.object({
      block: z.string(),
      blockKind: z.enum([...blockKinds, 'metadata']),
      field: z.enum(segmentFields),
      state: z.enum(rowStates),
      source: codedText,
      target: codedText,
      /** What stood there in the submission's basis; null where nothing did, and without a basis. */
      former: codedText.nullable(),
    }),
  ),
})
export type BesideSource = z.infer<typeof besideSource>

export const workflow = {
  status: operation.input(z.object({ document: documentId })).output(workflowView),
  submit: operation
    .input(z.object({ id: freshId, document: documentId, note: z.string().max(2000).default('') }))
    .output(workflowView),
  return: operation
    .input(z.object({ id: freshId, submission: sha256, note: z.string().trim().min(1).max(4000) }))
    .output(workflowView),
  approve: operation
    .input(z.object({ id: freshId, submission: sha256, note: z.string().max(4000).default('') }))
    .output(workflowView),
  /** Approved on paper: the scan is kept as an asset and named by the record. */
  approveOnPaper: operation
    .input(
      z.object({
        id: freshId,
        submission: sha256,
        scan: sha256,
        approver: z.string().trim().min(1),
        note: z.string().default(''),
      }),
    )
    .output(workflowView),
  /** The author takes a submission back to go on writing. */
  recall: operation.input(z.object({ id: freshId, submission: sha256 })).output(workflowView),
  /** All that waits for an approver, by deadline. */
  queue: operation.output(z.object({ items: z.array(queueItem), waitingForMe: z.number() })),
  /** What a submission changes against its basis (see `queueItem`); all of it the first time. */
  changes: operation.input(z.object({ submission: sha256 })).output(articleDiff),
  /** A submitted translation sentence by sentence. */
  beside: operation.input(z.object({ submission: sha256 })).output(besideSource),
}
