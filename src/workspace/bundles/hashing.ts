import { createHash } from 'node:crypto'
import type { SignedRecord } from '#domain/records.ts'
import { sha256Hex } from '../store/sha256.ts'

/** SHA-256 of bytes, in lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** One hash for a set of records, in whatever order they were stored. */
export function recordsDigest(records: readonly Pick<SignedRecord, 'hash'>[]): string {
  const hashes = records.map(({ hash }) => hash).sort()
  return sha256Hex(hashes.join('\n'))
}

/** What a machine holds of a document: its state and the records about it (SYNC2). */
export function holdingDigest(state: string, records: string): string {
  return sha256Hex(`${state}\n${records}`)
}
