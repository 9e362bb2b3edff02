import type { AuthoredRange } from '#domain/authorship.ts'
import { parseSignedRecord } from '#domain/record-schema.ts'
import type { JudgedRecord } from '#domain/record-set.ts'
import type { SignedRecord } from '#domain/records.ts'
import type { TrustProblem } from '#domain/trust.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { Store } from '../store/store.ts'
import { recordsOfDocument } from './record-rows.ts'
import { membershipRecords } from './trust-cache.ts'
import { verifyRecordSet } from './verify-records.ts'

type Refusal = Readonly<{ hash: string; problem: TrustProblem }>
/** Judged and not stored yet: `kept` are those that are not here, or are here under a signature that does not hold. */
export type WeighedRecords = Readonly<{ kept: readonly SignedRecord[]; refused: readonly Refusal[] }>
export type Reception = Readonly<{ stored: readonly SignedRecord[]; refused: readonly Refusal[] }>

/**
 * Signed by a member beyond doubt, yet not counting: kept as evidence, and shown as such. What waits for a
 * membership that has not arrived is kept too. All else has no proven origin and is not let in.
 */
const keptProblems: readonly TrustProblem[] = [
  'membership-missing',
  'signer-removed',
  'role-missing',
  'superseded',
  'submission-missing',
  'revision-wrong',
  'self-approval',
  'authors-incomplete',
  'not-waiting',
  'state-refuses',
]

export function isKept(judged: JudgedRecord): boolean {
  return judged.verdict.kind === 'valid' || keptProblems.includes(judged.verdict.problem)
}

/** What incoming records are judged against: the memberships, and the documents they are about. */
export function relatedRecords(store: Store, values: readonly unknown[]): readonly SignedRecord[] {
  const documents = new Set(
    values.flatMap((value) => {
      const parsed = parseSignedRecord(value, sha256Hex)
      return parsed.ok && 'document' in parsed.value.record ? [parsed.value.record.document] : []
    }),
  )
  const records = [...documents].flatMap((document) => recordsOfDocument(store.read, document))
  return [...membershipRecords(store), ...records]
}

/**
 * Judges records from outside together with the known ones. A record that is known with another signature is
 * taken only if it holds and the stored one does not: nobody may block a record by sending a bad copy first.
 */
export function judgeIncoming(
  known: readonly SignedRecord[],
  values: readonly unknown[],
  rootKey: string | null,
  contributions: (document: string) => readonly AuthoredRange[],
): WeighedRecords {
  const judge = (records: readonly unknown[]) => verifyRecordSet(records, rootKey, contributions).records
  const settled = new Map(judge(known).flatMap(signatureOfValid))
  const sorted = values.map((value) => sortIncoming(value, settled))
  const fresh = sorted.flatMap((item) => (item.kind === 'fresh' ? [item.record] : []))
  const freshHashes = new Set(fresh.map((record) => record.hash))
  const others = known.filter((record) => !freshHashes.has(record.hash))
  const judged = judge([...others, ...fresh]).slice(others.length)
  const stored = new Set(known.map((record) => record.hash))
  const kept = judged.filter(
    (item) => item.verdict.kind === 'valid' || (isKept(item) && !stored.has(item.hash)),
  )
  return {
    kept: kept.flatMap((item) => item.record ?? []),
    refused: [
      ...sorted.flatMap((item) => (item.kind === 'refused' ? [item.refusal] : [])),
      ...judged.filter((item) => !isKept(item)).flatMap(refusalOf),
    ],
  }
}

type Incoming =
  | Readonly<{ kind: 'fresh'; record: SignedRecord }>
  | Readonly<{ kind: 'known' }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>

function sortIncoming(value: unknown, settled: ReadonlyMap<string, string>): Incoming {
  const parsed = parseSignedRecord(value, sha256Hex)
  if (!parsed.ok) return { kind: 'refused', refusal: { hash: '', problem: 'malformed' } }
  const { hash, signature } = parsed.value
  const stored = settled.get(hash)
  if (stored === undefined) return { kind: 'fresh', record: parsed.value }
  return stored === signature
    ? { kind: 'known' }
    : { kind: 'refused', refusal: { hash, problem: 'signature-wrong' } }
}

function signatureOfValid({ hash, record, verdict }: JudgedRecord): [string, string][] {
  return record && verdict.kind === 'valid' ? [[hash, record.signature]] : []
}

function refusalOf({ hash, verdict }: JudgedRecord): Refusal[] {
  return verdict.kind === 'valid' ? [] : [{ hash, problem: verdict.problem }]
}
