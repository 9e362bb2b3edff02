import type { AuthoredRange } from '#domain/authorship.ts'
import { judgeRecordSet, type RecordSetVerdict } from '#domain/record-set.ts'
import { sha256Hex } from '../store/sha256.ts'
import { verifySignature } from './signature.ts'

/**
 * Judges records from a package, a bundle or a workspace, offline. Without a trusted root nothing is `ok`:
 * "intact, signer unknown" is a failure (DESIGN §4, trust).
 */
export function verifyRecordSet(
  records: readonly unknown[],
  trustedRootKey: string | null,
  contributions?: (document: string) => readonly AuthoredRange[] | null,
): RecordSetVerdict {
  return judgeRecordSet(
    records,
    trustedRootKey,
    { sha256: sha256Hex, verify: verifySignature },
    contributions,
  )
}
