import { type Failure, failure } from '#contract/failures.ts'
import type { AuthoredRange } from '#domain/authorship.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { judgeMemberships } from '#domain/membership.ts'
import { parseRecord } from '#domain/record-schema.ts'
import { isMembership, type NewsroomRecord, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TrustProblem } from '#domain/trust.ts'
import { judgeDocument } from '#domain/workflow.ts'
import type { Store } from '../store/store.ts'
import type { KeyRing } from './key-ring.ts'
import { readNewsroom } from './newsroom.ts'
import { documentOf, type RecordLog } from './record-log.ts'
import { recordsOfDocument } from './record-rows.ts'
import { signRecord, verifySignature } from './signature.ts'
import { refusalFor } from './signing-refusal.ts'
import { membershipRecords, type TrustCache } from './trust-cache.ts'

export type Signer = (profile: string, draft: NewsroomRecord) => Result<SignedRecord, Failure>

export type SignerParts = Readonly<{
  store: Store
  keys: KeyRing
  trust: TrustCache
  log: RecordLog
  contributions: (document: DocumentId) => readonly AuthoredRange[]
}>

/** Signs and stores, but only what would count: a record of ours is judged as one from outside is. */
export function createSigner({ store, keys, trust, log, contributions }: SignerParts): Signer {
  return (profile, draft) => {
    const record = checkedDraft(draft, profile)
    const same = findRepeat(record)
    if (same) return says(same.record) === says(record) ? succeed(same) : taken(record)
    if (readNewsroom(store.read)?.confirmed !== true) return fail(failure('recovery-unconfirmed', {}))
    const key = keys.openKey(profile)
    if (!key) return fail(failure('not-signed-in', {}))
    const signed = signRecord(key, record)
    const problem = problemWith(signed)
    if (problem) return fail(refusalFor(problem, signed, stateOf(documentOf(signed))))
    const stored = log.insert([signed])
    return stored.ok ? succeed(signed) : stored
  }

  /** The same id by the same signer is the same statement, or a mistake of the client. */
  function findRepeat(record: NewsroomRecord): SignedRecord | undefined {
    const document = documentOf({ record })
    const earlier = document === null ? membershipRecords(store) : recordsOfDocument(store.read, document)
    return earlier.find((item) => item.record.id === record.id && item.record.signer === record.signer)
  }

  function problemWith(signed: SignedRecord): TrustProblem | null {
    if (isMembership(signed)) {
      const root = readNewsroom(store.read)?.rootKey ?? ''
      return judgeMemberships([...membershipRecords(store), signed], root, verifySignature).problem(signed)
    }
    const document = documentOf(signed)
    const memberships = trust.memberships()
    if (document === null || !memberships) return 'root-untrusted'
    const records = [...recordsOfDocument(store.read, document), signed]
    return judgeDocument(document, records, memberships, contributions(document)).problem(signed.hash) ?? null
  }

  function stateOf(document: DocumentId | null) {
    return document === null ? 'draft' : trust.standingOf(document).state
  }
}

/** What a signer means by a record; the rest says when it was made and what was known then. */
const meant: ReadonlySet<string> = new Set([
  'kind',
  'document',
  'submission',
  'note',
  'scan',
  'approver',
  'profile',
  'roles',
  'removed',
])

function says(record: NewsroomRecord): string {
  return canonicalJson(Object.fromEntries(Object.entries(record).filter(([name]) => meant.has(name))))
}

function taken({ id }: NewsroomRecord): Result<never, Failure> {
  return fail(failure('id-taken', { id }))
}

/** Who builds a record that is not one has a bug. */
function checkedDraft(draft: NewsroomRecord, profile: string): NewsroomRecord {
  const parsed = parseRecord(draft)
  if (!parsed.ok) throw new Error(`Not a record: ${parsed.failure}`)
  if (parsed.value.signer !== profile) throw new Error('A profile signs for itself alone')
  return parsed.value
}
