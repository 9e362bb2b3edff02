import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { judgeMemberships, type Memberships } from '#domain/membership.ts'
import { isMembership, type SignedMembership } from '#domain/records.ts'
import { type DocumentTrust, judgeDocument } from '#domain/workflow.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import type { Store } from '../store/store.ts'
import { readNewsroom } from './newsroom.ts'
import { recordsOfDocument, recordsOfKind } from './record-rows.ts'
import { verifySignature } from './signature.ts'

export type DocumentStanding = Readonly<{ state: WorkflowState; approvedRevision: string | null }>

/** Verdicts, worked out when they are asked for and kept until a record changes them. */
export type TrustCache = Readonly<{
  /** Null as long as this workspace trusts no newsroom. */
  memberships(): Memberships | null
  trustOf(document: DocumentId): DocumentTrust
  standingOf(document: DocumentId): DocumentStanding
  forgetDocument(document: DocumentId): void
  forgetAll(): void
}>

const keptDocuments = 2000

/** `contributions` answers who wrote a document, from its log. */
export function createTrustCache(
  store: Store,
  contributions: (document: DocumentId) => readonly AuthoredRange[],
): TrustCache {
  let memberships: Memberships | null | undefined
  const documents = new Map<DocumentId, DocumentTrust>()
  const standings = new Map<DocumentId, DocumentStanding>()

  function currentMemberships(): Memberships | null {
    if (memberships !== undefined) return memberships
    const newsroom = readNewsroom(store.read)
    memberships = newsroom && judgeMemberships(membershipRecords(store), newsroom.rootKey, verifySignature)
    return memberships
  }

  function trustOf(document: DocumentId): DocumentTrust {
    const found = documents.get(document)
    if (found) return found
    const records = recordsOfDocument(store.read, document)
    const trusted = currentMemberships() ?? judgeMemberships([], '', verifySignature)
    const trust = judgeDocument(document, records, trusted, contributions(document))
    if (documents.size >= keptDocuments) documents.clear()
    documents.set(document, trust)
    return trust
  }

  function standingOf(document: DocumentId): DocumentStanding {
    const found = standings.get(document)
    if (found) return found
    const { state, approved } = trustOf(document).standing
    const standing = { state, approvedRevision: approved?.submission.record.revision ?? null }
    standings.set(document, standing)
    return standing
  }

  return {
    memberships: currentMemberships,
    trustOf,
    standingOf,
    forgetDocument(document) {
      documents.delete(document)
      standings.delete(document)
    },
    forgetAll() {
      memberships = undefined
      documents.clear()
      standings.clear()
    },
  }
}

export function membershipRecords(store: Store): readonly SignedMembership[] {
  return recordsOfKind(store.read, 'membership').filter(isMembership)
}
