import type { Failure } from '#contract/failures.ts'
import type { TranslationSummary } from '#contract/translations.ts'
import type { Channel } from '#domain/channels.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { SignedRecord } from '#domain/records.ts'
import type { Result } from '#domain/result.ts'
import type { Services } from '#workspace/services.ts'

/** The text of a document that may be exported, with all that proves it from the root key down (FLOW2). */
export type ApprovedText = Readonly<{
  revision: string
  /** The submission, its approval and the memberships both rest on. */
  approvalRecords: readonly SignedRecord[]
  /** When the approval was signed, in milliseconds since 1970 UTC. */
  approvedAt: number
}>

/** How the approved text of an edition may stand. */
export type EditionStanding = 'ready' | 'notApproved' | 'newerUnapproved' | 'stale' | 'sourceNotApproved'

/** What making a package needs beside the workspace's services. */
export type PackageContext = Services &
  Readonly<{
    channels: readonly Channel[]
    approvedRevision(document: DocumentId): ApprovedText | null
    /** How the approved text of a translation stands beside its source (FLOW1, FLOW2). */
    translationReadiness(document: DocumentId): TranslationSummary['readiness']
    /** How the approved text of an edition stands beside its source (FLOW1, FLOW2). */
    editionReadiness(document: DocumentId): EditionStanding
    /** A document with a stamp or an unjudged block does not leave the machine (SEC1). */
    mayLeave(document: DocumentId): Result<null, Failure>
  }>
