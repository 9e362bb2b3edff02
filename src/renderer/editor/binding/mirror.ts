import type { NodeKey } from 'lexical'
import type { Body } from '#documents/body.ts'
import type { Run } from '#domain/blocks.ts'

/**
 * What document and editor agreed on last: the body as the document has it, per block the node that shows it
 * and the text that node had then. The texts differ from the body's only while somebody composes in the block
 * (its node must not be touched) or while Lexical still holds back an update.
 */
export type Mirror = Readonly<{
  body: Body
  keys: readonly NodeKey[]
  index: ReadonlyMap<NodeKey, number>
  shown: readonly (readonly Run[])[]
}>

export const emptyMirror: Mirror = { body: { pieces: [], blocks: [] }, keys: [], index: new Map(), shown: [] }

/** `strays` are nodes of blocks that the document does not show any more. */
export function makeMirror(
  body: Body,
  keys: readonly NodeKey[],
  shown: readonly (readonly Run[])[],
  strays: readonly NodeKey[] = [],
): Mirror {
  const index = new Map(strays.map((key) => [key, -1]))
  for (const [place, key] of keys.entries()) index.set(key, place)
  return { body, keys, index, shown }
}
