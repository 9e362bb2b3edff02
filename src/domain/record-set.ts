import type { AuthoredRange } from './authorship.ts'
import { judgeMemberships, type Memberships } from './membership.ts'
import { parseSignedRecord } from './record-schema.ts'
import { isMembership, type SignedRecord } from './records.ts'
import { type TrustProblem, type Verdict, type VerifySignature, verdictOf } from './trust.ts'
import { type DocumentTrust, judgeDocument } from './workflow.ts'

/** The two functions of cryptography that judging needs: SHA-256 of a text in hex, and Ed25519. */
export type Cryptography = Readonly<{ sha256(text: string): string; verify: VerifySignature }>

/** One record of a set from outside. `hash` is what it claims to be; `record` is null when it cannot be read. */
export type JudgedRecord = Readonly<{
  hash: string
  record: SignedRecord | null
  verdict: Verdict
  detail: string
}>

export type RecordSetVerdict = Readonly<{
  /** Every record is whole, rightly signed and leads to the trusted root. */
  ok: boolean
  records: readonly JudgedRecord[]
  /** What the records say of each document they are about. */
  documents: ReadonlyMap<string, DocumentTrust>
  memberships: Memberships
}>

/**
 * Judges any set of records offline: those of a package, of a bundle or of a whole workspace. With `rootKey`
 * null nothing is trusted: records are judged by the root they claim, and what holds is "intact, signer
 * unknown" at best, which is not `ok` (TRUST8). `contributions` gives a document's authors when its log is at hand.
 */
export function judgeRecordSet(
  values: readonly unknown[],
  rootKey: string | null,
  cryptography: Cryptography,
  contributions: Contributions = () => null,
): RecordSetVerdict {
  const parsed = values.map((value) => ({ value, result: parseSignedRecord(value, cryptography.sha256) }))
  const readable = parsed.flatMap(({ result }) => (result.ok ? [result.value] : []))
  const judgedBy = rootKey ?? claimedRoot(readable)
  const records = onePerHash(readable, cryptography.verify, (some, verify) =>
    judgeOnes(some, judgedBy, verify, contributions),
  )
  const { memberships, documents } = judgeOnes(
    [...records.values()],
    judgedBy,
    cryptography.verify,
    contributions,
  )
  const judged = parsed.map(({ value, result }): JudgedRecord => {
    if (!result.ok) return unreadable(value, result.failure)
    const { hash, signature } = result.value
    const one = records.get(hash) ?? result.value
    const problem = one.signature === signature ? problemOf(one, memberships, documents) : 'signature-wrong'
    const verdict = verdictOf(problem ?? (rootKey === null ? 'root-untrusted' : null))
    return { hash, record: result.value, verdict, detail: '' }
  })
  const ok = judged.every((item) => item.verdict.kind === 'valid')
  return { ok, records: judged, documents, memberships }
}

function unreadable(value: unknown, detail: string): JudgedRecord {
  return { hash: claimedHash(value), record: null, verdict: verdictOf('malformed'), detail }
}

type Contributions = (document: string) => readonly AuthoredRange[] | null

/** `records` hold one of each hash. */
function judgeOnes(
  records: readonly SignedRecord[],
  rootKey: string,
  verify: VerifySignature,
  contributions: Contributions,
): Pick<RecordSetVerdict, 'memberships' | 'documents'> {
  const memberships = judgeMemberships(records.filter(isMembership), rootKey, verify)
  return { memberships, documents: judgeDocuments(records, memberships, contributions) }
}

/**
 * One body has one signature here: of several the one that holds, so that a bad copy neither hides the good one
 * nor makes it look wrong (TRUST9). Whose key it is held against follows from the bodies alone, so judging once with every
 * copy's signature allowed tells which it is. Where none holds, the smallest: order decides nothing.
 */
function onePerHash(
  records: readonly SignedRecord[],
  verify: VerifySignature,
  judge: (records: readonly SignedRecord[], verify: VerifySignature) => unknown,
): ReadonlyMap<string, SignedRecord> {
  const sorted = [...records].sort((left, right) => (left.signature < right.signature ? 1 : -1))
  const one = new Map(sorted.map((record) => [record.hash, record]))
  if (one.size === records.length) return one
  const copies = Map.groupBy(records, ({ body }) => body)
  judge([...one.values()], (key, body) => {
    const held = copies.get(body)?.find(({ signature }) => verify(key, body, signature))
    if (held) one.set(held.hash, held)
    return held !== undefined
  })
  return one
}

/** Several roots in one set: the smallest name is taken, and the others' records are of another newsroom. */
function claimedRoot(records: readonly SignedRecord[]): string {
  return records.map((item) => item.record.newsroom).sort()[0] ?? ''
}

function claimedHash(value: unknown): string {
  const hash = typeof value === 'object' && value !== null && 'hash' in value ? value.hash : ''
  return typeof hash === 'string' ? hash.slice(0, 64) : ''
}

function judgeDocuments(
  records: readonly SignedRecord[],
  memberships: Memberships,
  contributions: Contributions,
): ReadonlyMap<string, DocumentTrust> {
  const byDocument = Map.groupBy(records, ({ record }) => ('document' in record ? record.document : ''))
  byDocument.delete('')
  return new Map(
    [...byDocument].map(([document, own]) => [
      document,
      judgeDocument(document, own, memberships, contributions(document)),
    ]),
  )
}

function problemOf(
  signed: SignedRecord,
  memberships: Memberships,
  documents: ReadonlyMap<string, DocumentTrust>,
): TrustProblem | null {
  if (isMembership(signed)) return memberships.problem(signed)
  const { record } = signed
  const trust = 'document' in record ? documents.get(record.document) : undefined
  return trust?.problem(signed.hash) ?? null
}
