import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { judgeMemberships, type Memberships } from '#domain/membership.ts'
import { parseRecord } from '#domain/record-schema.ts'
import { isMembership, type NewsroomRecord, type RecordBase, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TrustProblem } from '#domain/trust.ts'
import { type DocumentTrust, judgeDocument } from '#domain/workflow.ts'
import type { Clock, Contribution, Person, RecordService, Store } from '../services.ts'
import { faultOrThrow } from '../store/faults.ts'
import type { KeyRing } from './key-ring.ts'
import { type Newsroom, readNewsroom, writeNewsroom } from './newsroom.ts'
import { judgeIncoming, type Reception, relatedRecords } from './receiving.ts'
import { allRecords, hashesSignedBy, insertRecords, recordByHash, recordsOfDocument } from './record-rows.ts'
import { sha256Hex, signText, verifySignature } from './signature.ts'
import { refusalFor } from './signing-refusal.ts'
import { createTrustCache, type DocumentStanding, membershipRecords } from './trust-cache.ts'

/** What the workspace's own capabilities may ask beyond `RecordService`. */
export type TrustService = RecordService &
  Readonly<{
    memberships(): Memberships | null
    /** A document's records, judged; kept until a record changes it. */
    trustOf(document: DocumentId): DocumentTrust
    /** Cheap: for lists and projections. */
    workflowStateOf(document: DocumentId): DocumentStanding
    /** Everything a profile signed: what an owner accepts when taking something away. */
    signedBy(profile: string): readonly string[]
    /** Takes in records from outside, in any order: parsed, judged, and stored when their origin is proven. */
    receive(values: readonly unknown[]): Result<Reception, Failure>
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
  contributions: (document: DocumentId) => readonly Contribution[]
}>

export function createRecords({ store, clock, keys, contributions }: RecordParts): TrustService {
  const trust = createTrustCache(store, contributions)
  const listeners = new Set<(document: DocumentId | null) => void>()
  const newsroom = () => readNewsroom(store.read)
  const member = (profile: string) => trust.memberships()?.current.get(profile)

  /** Records of no document change who may do what, and so everything. */
  function changed(records: readonly SignedRecord[]): void {
    const documents = new Set(records.map(documentOf))
    if (documents.has(null)) trust.forgetAll()
    for (const document of documents) {
      if (document !== null) trust.forgetDocument(document)
      for (const listener of listeners) listener(document)
    }
  }

  function insert(
    records: readonly SignedRecord[],
    also: (db: Parameters<typeof writeNewsroom>[0]) => void = () => {},
  ) {
    try {
      const added = store.write((db) => {
        also(db)
        return insertRecords(db, records)
      })
      changed(added)
      return succeed(added)
    } catch (error) {
      return fail(faultOrThrow(error, store.read.name))
    }
  }

  function problemWith(signed: SignedRecord): TrustProblem | null {
    const root = newsroom()?.rootKey ?? ''
    if (isMembership(signed)) {
      return judgeMemberships([...membershipRecords(store), signed], root, verifySignature).problem(signed)
    }
    const document = documentOf(signed)
    const memberships = trust.memberships()
    if (document === null || !memberships) return 'root-untrusted'
    const records = [...recordsOfDocument(store.read, document), signed]
    return judgeDocument(document, records, memberships, contributions(document)).problem(signed.hash) ?? null
  }

  function sign(profile: string, draft: NewsroomRecord): Result<SignedRecord, Failure> {
    const record = checkedDraft(draft, profile)
    const document = 'document' in record ? record.document : null
    const earlier = document === null ? membershipRecords(store) : recordsOfDocument(store.read, document)
    const same = earlier.find((item) => item.record.id === record.id && item.record.signer === profile)
    if (same) return succeed(same)
    if (newsroom()?.confirmed !== true) return fail(failure('recovery-unconfirmed', {}))
    const key = keys.openKey(profile)
    if (!key) return fail(failure('not-signed-in', {}))
    const body = canonicalJson(record)
    const signed = { hash: sha256Hex(body), body, signature: signText(key, body), record }
    const problem = problemWith(signed)
    if (problem) return fail(refusalFor(problem, signed, standing(document)))
    const stored = insert([signed])
    return stored.ok ? succeed(signed) : stored
  }

  function standing(document: string | null): DocumentStanding['state'] {
    return document === null ? 'draft' : trust.standingOf(document as DocumentId).state
  }

  function receive(values: readonly unknown[]): Result<Reception, Failure> {
    const root = newsroom()?.rootKey ?? null
    const known = relatedRecords(store, values)
    const { kept, refused } = judgeIncoming(known, values, root, (document) =>
      contributions(document as DocumentId),
    )
    const stored = insert(kept)
    return stored.ok ? succeed({ stored: stored.value, refused }) : stored
  }

  return {
    sign,
    receive,
    ofDocument: (document) => recordsOfDocument(store.read, document),
    all: () => allRecords(store.read),
    heads: (document) => trust.trustOf(document).heads,
    byHash: (hash) => recordByHash(store.read, hash),
    newsroom,
    memberships: trust.memberships,
    trustOf: trust.trustOf,
    workflowStateOf: trust.standingOf,
    contributionsChanged: trust.forgetDocument,
    signedBy: (profile) => hashesSignedBy(store.read, profile),
    base: (profile, id): RecordBase => ({
      schema: 1,
      id,
      newsroom: newsroom()?.rootKey ?? '',
      signer: profile,
      at: clock.now(),
      memberships: trust.memberships()?.heads ?? [],
    }),
    trustNewsroom(trusted, records) {
      trust.forgetAll()
      const stored = insert(records, (db) => writeNewsroom(db, trusted))
      return stored.ok ? succeed(null) : stored
    },
    confirmNewsroom() {
      const current = newsroom()
      const stored = insert([], (db) => current && writeNewsroom(db, { ...current, confirmed: true }))
      return stored.ok ? succeed(null) : stored
    },
    person(profile) {
      const found = member(profile)
      return found && { id: profile, name: found.name, roles: found.removed ? [] : found.roles }
    },
    people: () =>
      [...(trust.memberships()?.current.values() ?? [])]
        .filter((item) => !item.removed)
        .map(({ profile, name, roles }): Person => ({ id: profile, name, roles })),
    unlocked(profile) {
      const found = member(profile)
      return keys.openKey(profile) !== undefined && found?.removed !== true
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Who builds a record that is not one has a bug. */
function checkedDraft(draft: NewsroomRecord, profile: string): NewsroomRecord {
  const parsed = parseRecord(draft)
  if (!parsed.ok) throw new Error(`Not a record: ${parsed.failure}`)
  if (parsed.value.signer !== profile) throw new Error('A profile signs for itself alone')
  return parsed.value
}

function documentOf({ record }: SignedRecord): DocumentId | null {
  return 'document' in record ? (record.document as DocumentId) : null
}
