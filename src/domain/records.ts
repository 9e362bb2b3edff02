import type { Role } from './roles.ts'
import type { CodedText } from './segments/coded-text.ts'

/** Who signs with the newsroom's root key: no profile has this id. */
export const rootSigner = 'root'

/**
 * The statements that members sign (DESIGN §4, trust). A record is canonical JSON (RFC 8785); its hash is the
 * SHA-256 of that text, its signature is Ed25519 over the same bytes. Instants are milliseconds since 1970 UTC
 * and say when the signer's clock thought it was: nothing is ordered by them.
 */
export type RecordBase = Readonly<{
  schema: 1
  /** Client-made UUIDv7: the same id is the same statement. */
  id: string
  /** The newsroom's root public key. */
  newsroom: string
  /** A profile's id, or `rootSigner`. */
  signer: string
  at: number
  /** Heads of the membership records that the signer knew; what these name in turn was known too. */
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
    /**
     * When something is taken away (membership, key, a role): the hashes of the records this profile had signed
     * and the owner knew. They keep counting; what turns up later signed with the old power does not.
     */
    accepts: readonly string[]
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

type ReturnRecord = Answer<'return'>
type RecallRecord = Answer<'recall'>
type ApprovalRecord = Answer<'approval'> & Readonly<{ revision: string }>
/** Approved on paper: the scan is an asset. */
type PaperApprovalRecord = Answer<'paperApproval'> &
  Readonly<{ revision: string; scan: string; approver: string }>

type WithdrawalRecord = RecordBase &
  Readonly<{ kind: 'withdrawal'; document: string; note: string; answers: readonly string[] }>
type ReinstatementRecord = RecordBase &
  Readonly<{ kind: 'reinstatement'; document: string; note: string; answers: readonly string[] }>

/** Who exported what: not part of the package (SAME1). */
type PublicationRecord = RecordBase &
  Readonly<{
    kind: 'package'
    document: string
    channel: string
    languages: readonly string[]
    manifest: string
    preview: boolean
  }>

/** "Đã đăng": a text of ours stands somewhere. `document` is the edition, or a portal's article or translation. */
export type PostingRecord = RecordBase &
  Readonly<{
    kind: 'publication'
    document: string
    channel: string
    language: string
    /** The package that was posted, by its id; null when it was posted without one. */
    package: string | null
    /** The approved text that was posted; null when none was approved then. */
    revision: string | null
    /** The page, group, screen or commune, in words. */
    where: string
    url: string
    postedAt: number
    note: string
    /** An asset that shows it. */
    screenshot: string | null
  }>

/**
 * What was posted is to be corrected, or taken down, or was (`doneAt`). `answers` names the records of the same demand
 * that it says more of: first it is asked for, later it is done.
 */
type Demand<Kind extends string> = RecordBase &
  Readonly<{
    kind: Kind
    document: string
    publication: string
    ground: 'authority' | 'complaint' | 'own'
    reason: string
    askedAt: number
    deadline: number | null
    doneAt: number | null
    answers: readonly string[]
  }>
/** `url` is where the correction stands. */
export type CorrectionRecord = Demand<'correction'> & Readonly<{ url: string }>
export type TakedownRecord = Demand<'takedown'>

/** A purge of a state secret: what went is not said (SEC1). `block` is `*` for the whole article. */
type PurgeRecord = RecordBase & Readonly<{ kind: 'purge'; document: string; block: string }>

/** Where statements about the translation memory are said: they are about no document of text. */
export const memorySubject = 'memory'

/**
 * A unit of the translation memory as a person wrote it. It says the whole unit: what it was before, if anything, is
 * not needed to know it. `replaces` are the edits of the same unit that the signer knew and no other replaced.
 */
export type MemoryEditRecord = RecordBase &
  Readonly<{
    kind: 'memoryEdit'
    document: typeof memorySubject
    unit: string
    texts: readonly Readonly<{ language: string; text: CodedText }>[]
    withdrawn: boolean
    replaces: readonly string[]
  }>

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
  | PostingRecord
  | CorrectionRecord
  | TakedownRecord
  | PurgeRecord
  | MemoryEditRecord

export type RecordKind = NewsroomRecord['kind']

/** The records that say where a document stands. */
export type WorkflowRecord =
  | SubmissionRecord
  | ReturnRecord
  | RecallRecord
  | ApprovalRecord
  | PaperApprovalRecord
  | WithdrawalRecord
  | ReinstatementRecord

/** A record with its hash and signature; `body` is the exact canonical JSON that was signed. */
export type Signed<Kind extends NewsroomRecord> = Readonly<{
  hash: string
  body: string
  signature: string
  record: Kind
}>
export type SignedRecord = Signed<NewsroomRecord>
/** What judging a signature needs of a record, or of anything else that a member signs. */
export type SignedStatement = Pick<SignedRecord, 'hash' | 'body' | 'signature'> &
  Readonly<{ record: Pick<RecordBase, 'newsroom' | 'memberships' | 'signer'> }>
export type SignedMembership = Signed<MembershipRecord>
export type SignedWorkflow = Signed<WorkflowRecord>

export const workflowKinds = [
  'submission',
  'return',
  'recall',
  'approval',
  'paperApproval',
  'withdrawal',
  'reinstatement',
] as const satisfies readonly WorkflowRecord['kind'][]

export function isMembership(signed: SignedRecord): signed is SignedMembership {
  return signed.record.kind === 'membership'
}

export function isWorkflow(signed: SignedRecord): signed is SignedWorkflow {
  return workflowKinds.some((kind) => kind === signed.record.kind)
}

export function isMemoryEdit(signed: SignedRecord): signed is Signed<MemoryEditRecord> {
  return signed.record.kind === 'memoryEdit'
}
