import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { parseSignedRecord } from '#domain/record-schema.ts'
import { isMemoryEdit, memorySubject, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { BundleServices } from './bundle-services.ts'
import { recordsDigest } from './hashing.ts'

/** The memory's signed edits, told of beside the documents. */
export const memoryHolding: string = memorySubject

/** What people wrote and took out of the memory by hand: records of the newsroom, about no story. */
export function memoryEditsOf({ records }: Pick<BundleServices, 'records'>): readonly SignedRecord[] {
  return records.ofDocument(memorySubject as string as DocumentId).filter(isMemoryEdit)
}

/** Undefined where there are none. */
export function memoryDigest(services: Pick<BundleServices, 'records'>): string | undefined {
  const edits = memoryEditsOf(services)
  return edits.length === 0 ? undefined : recordsDigest(edits)
}

/**
 * The records of a bundle that may come in: a text with a stamp refuses all of it, an edit of a unit that was purged
 * here stays outside (SEC1).
 */
export function withoutPurgedEdits(
  { texts }: Pick<BundleServices, 'texts'>,
  values: readonly unknown[],
): Result<readonly unknown[], Failure> {
  const left: unknown[] = []
  for (const value of values) {
    const parsed = parseSignedRecord(value, sha256Hex)
    const edit = parsed.ok && isMemoryEdit(parsed.value) ? parsed.value.record : undefined
    const stamp = edit?.texts.map(({ text }) => findStamp(plainText(text).normalize('NFC'))).find(Boolean)
    if (edit && stamp) return fail(failure('secret-stamp', { where: edit.unit, ...stamp }))
    if (edit === undefined || !texts.isForgotten(edit.unit)) left.push(value)
  }
  return succeed(left)
}
