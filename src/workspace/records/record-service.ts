import type { Failure } from '#contract/failures.ts'
import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { Memberships } from '#domain/membership.ts'
import type { NewsroomRecord, RecordBase, SignedRecord } from '#domain/records.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import type { DocumentTrust } from '#domain/workflow.ts'
import type { ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { Store } from '../store/store.ts'
import type { KeyRing } from './key-ring.ts'
import { type Newsroom, readNewsroom, writeNewsroom } from './newsroom.ts'
import { judgeIncoming, type Reception, relatedRecords, type WeighedRecords } from './receiving.ts'
import { createRecordLog, type RecordLog } from './record-log.ts'
import {
  allRecords,
  forgetUnconfirmedRecords,
  hashesSignedBy,
  recordByHash,
  recordsOfDocument,
} from './record-rows.ts'
import { publicKeyOf } from './signature.ts'
import { createSigner } from './signing.ts'
import { createTrustCache, type DocumentStanding, type TrustCache } from './trust-cache.ts'

export type ContributionsOf = (document: DocumentId) => readonly AuthoredRange[]

export type Person = Readonly<{ id: string; name: string; roles: readonly Role[] }>

/** Signed records, membership as they say it, and the keys this machine holds. */
export type RecordService = Readonly<{
  /** What every record opens with, for one signer and now: the newsroom and the memberships known. */
  base(profile: string, id: string): RecordBase
  /** Signs with the profile's unlocked key and stores. */
  sign(profile: string, record: NewsroomRecord): Result<SignedRecord, Failure>
  ofDocument(document: DocumentId): readonly SignedRecord[]
  /** The counting workflow records that no other follows: what the next one says it answers. */
  heads(document: DocumentId): readonly string[]
  all(): readonly SignedRecord[]
  byHash(hash: string): SignedRecord | undefined
  /** The newsroom this workspace trusts. */
  newsroom(): Readonly<{ name: string; rootKey: string; confirmed: boolean }> | null
  person(profile: string): Person | undefined
  people(): readonly Person[]
  /** True when the profile's key is open in this process. */
  unlocked(profile: string): boolean
  onChange: RecordLog['onChange']
  memberships(): Memberships | null
  /** A document's records, judged; kept until a record changes it. */
  trustOf(document: DocumentId): DocumentTrust
  /** Cheap: for lists and projections. */
  workflowStateOf(document: DocumentId): DocumentStanding
  /** Everything a profile signed: what an owner accepts when taking something away. */
  signedBy(profile: string): readonly string[]
  /**
   * Judges records from outside, in any order, as `receive` would: what would be kept, what is refused. Documents
   * that come together with them may have more authors than are known here: `contributions` names those.
   */
  weigh(values: readonly unknown[], contributions?: ContributionsOf): WeighedRecords
  /** Takes in records from outside: parsed, judged, and stored when their origin is proven. */
  receive(values: readonly unknown[], contributions?: ContributionsOf): Result<Reception, Failure>
  /** Trusts a newsroom, together with its first records. */
  trustNewsroom(newsroom: Newsroom, records: readonly SignedRecord[]): Result<null, Failure>
  confirmNewsroom(): Result<null, Failure>
  /** The log of a document was changed from outside: its authors may be others now. */
  contributionsChanged(document: DocumentId): void
}>

export type RecordParts = Readonly<{
  store: Store
  clock: Clock
  keys: KeyRing
  contributions: (document: DocumentId) => readonly AuthoredRange[]
  reportBug?: ReportBug | undefined
}>

export function createRecords(parts: RecordParts): RecordService {
  const { store, clock, keys, contributions } = parts
  const trust = createTrustCache(store, contributions)
  const log = createRecordLog(store, trust, parts.reportBug)
  return {
    sign: createSigner({ store, keys, trust, log, contributions }),
    weigh: (values, of) => weighRecords(parts, values, of),
    receive: (values, of) => receiveRecords(parts, log, values, of),
    ofDocument: (document) => recordsOfDocument(store.read, document),
    all: () => allRecords(store.read),
    heads: (document) => trust.trustOf(document).heads,
    byHash: (hash) => recordByHash(store.read, hash),
    memberships: trust.memberships,
    trustOf: trust.trustOf,
    workflowStateOf: trust.standingOf,
    contributionsChanged: trust.forgetDocument,
    signedBy: (profile) => hashesSignedBy(store.read, profile),
    base: (profile, id) => baseOf(store, clock, trust, profile, id),
    newsroom: () => readNewsroom(store.read),
    trustNewsroom: (newsroom, records) => trustNewsroom(store, log, newsroom, records),
    confirmNewsroom: () => confirmNewsroom(store, log),
    person: (profile) => personOf(trust, profile),
    people: () => peopleOf(trust),
    unlocked: (profile) => isUnlocked(keys, trust, profile),
    onChange: log.onChange,
  }
}

function weighRecords(
  { store, contributions }: RecordParts,
  values: readonly unknown[],
  of: ContributionsOf = contributions,
): WeighedRecords {
  const root = readNewsroom(store.read)?.rootKey ?? null
  const known = relatedRecords(store, values)
  return judgeIncoming(known, values, root, (document) => of(document as DocumentId))
}

function receiveRecords(
  parts: RecordParts,
  log: RecordLog,
  values: readonly unknown[],
  of?: ContributionsOf,
): Result<Reception, Failure> {
  const { kept, refused } = weighRecords(parts, values, of)
  const stored = log.receive(kept)
  if (!stored.ok) return stored
  return succeed({ stored: stored.value, refused })
}

/** A newsroom that was never confirmed makes way, with the one record that its root signed. */
function trustNewsroom(
  store: Store,
  log: RecordLog,
  newsroom: Newsroom,
  records: readonly SignedRecord[],
): Result<null, Failure> {
  const former = readNewsroom(store.read)
  if (former?.confirmed) throw new Error('A newsroom that is set up stays')
  return done(
    log.insert(records, (db) => {
      if (former) forgetUnconfirmedRecords(db)
      writeNewsroom(db, newsroom)
    }),
  )
}

function confirmNewsroom(store: Store, log: RecordLog): Result<null, Failure> {
  const newsroom = readNewsroom(store.read)
  if (!newsroom) throw new Error('There is no newsroom to confirm')
  return done(log.insert([], (db) => writeNewsroom(db, { ...newsroom, confirmed: true })))
}

function done(result: Result<unknown, Failure>): Result<null, Failure> {
  return result.ok ? succeed(null) : result
}

function baseOf(store: Store, clock: Clock, trust: TrustCache, profile: string, id: string): RecordBase {
  return {
    schema: 1,
    id,
    newsroom: readNewsroom(store.read)?.rootKey ?? '',
    signer: profile,
    at: clock.now(),
    memberships: trust.memberships()?.heads ?? [],
  }
}

function personOf(trust: TrustCache, profile: string): Person | undefined {
  const member = trust.memberships()?.current.get(profile)
  return member && { id: profile, name: member.name, roles: member.removed ? [] : member.roles }
}

function peopleOf(trust: TrustCache): readonly Person[] {
  const members = [...(trust.memberships()?.current.values() ?? [])].filter((member) => !member.removed)
  return members.map(({ profile, name, roles }) => ({ id: profile, name, roles }))
}

/** The key is open and is the one the newsroom knows; who has only asked to join has a key and no membership. */
function isUnlocked(keys: KeyRing, trust: TrustCache, profile: string): boolean {
  const key = keys.openKey(profile)
  const member = trust.memberships()?.current.get(profile)
  if (!key || !member) return key !== undefined
  return !member.removed && publicKeyOf(key) === member.publicKey
}
