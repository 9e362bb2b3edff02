import type { Role } from './roles.ts'

/**
 * The statements that members sign (DESIGN §4, trust). A record is canonical JSON (RFC 8785); its hash is the
 * SHA-256 of that text, its signature is Ed25519 over the same bytes. Instants are milliseconds since 1970 UTC
 * and say when the signer's clock thought it was: nothing is ordered by them.
 */
type RecordBase = Readonly<{
  schema: 1
  /** Client-made UUIDv7: the same id is the same statement. */
  id: string
  newsroom: string
  signer: string
  at: number
  /** Hashes of the membership records that the signer knew. */
  memberships: readonly string[]
}>

/** The root key says who owns the newsroom first; owners say who belongs to it. */
export type MembershipRecord = RecordBase &
  Readonly<{
    kind: 'membership'
    profile: string
    name: string
    publicKey: string
    roles: readonly Role[]
    /** True when the member is taken out. */
    removed: boolean
    /** The membership record of the same profile that this one replaces, or null. */
    replaces: string | null
  }>

export type SubmissionRecord = RecordBase &
  Readonly<{
    kind: 'submission'
    document: string
    revision: string
    /** Per device, the highest sequence of the log that the revision holds. */
    reached: Readonly<Record<string, number>>
    /** All who contributed since the last approved submission. */
    authors: readonly string[]
    note: string
    /** The records it follows: the heads of the document's graph that the signer knew. */
    answers: readonly string[]
  }>

type Answer<Kind extends string> = RecordBase &
  Readonly<{ kind: Kind; document: string; submission: string; note: string; answers: readonly string[] }>

export type ReturnRecord = Answer<'return'>
export type RecallRecord = Answer<'recall'>
export type ApprovalRecord = Answer<'approval'> & Readonly<{ revision: string }>
/** Approved on paper: the scan is an asset. */
export type PaperApprovalRecord = Answer<'paperApproval'> &
  Readonly<{ revision: string; scan: string; approver: string }>

export type WithdrawalRecord = RecordBase &
  Readonly<{ kind: 'withdrawal'; document: string; note: string; answers: readonly string[] }>
export type ReinstatementRecord = RecordBase &
  Readonly<{ kind: 'reinstatement'; document: string; note: string; answers: readonly string[] }>

/** Who exported what: not part of the package (SAME1). */
export type PublicationRecord = RecordBase &
  Readonly<{
    kind: 'package'
    document: string
    channel: string
    languages: readonly string[]
    manifest: string
    preview: boolean
  }>

/** A purge of a state secret: what went is not said (SEC1). */
export type PurgeRecord = RecordBase & Readonly<{ kind: 'purge'; document: string; block: string }>

export type NewsroomRecord =
  | MembershipRecord
  | SubmissionRecord
  | ReturnRecord
  | RecallRecord
  | ApprovalRecord
  | PaperApprovalRecord
  | WithdrawalRecord
  | ReinstatementRecord
  | PublicationRecord
  | PurgeRecord

export type RecordKind = NewsroomRecord['kind']

/** A record with its hash and signature; `body` is the exact canonical JSON that was signed. */
export type SignedRecord = Readonly<{ hash: string; body: string; signature: string; record: NewsroomRecord }>
