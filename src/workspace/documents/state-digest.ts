import { createHash } from 'node:crypto'
import * as Y from 'yjs'

/**
 * What a document holds, as one hash: its state vector and its deletions, in one order. Two copies with the same
 * digest hold the same, however their updates were cut; "in step" is said of nothing else (SYNC2).
 */
export function stateDigest(doc: Y.Doc): string {
  return createHash('sha256')
    .update(Y.encodeSnapshot(Y.snapshot(doc)))
    .digest('hex')
}
