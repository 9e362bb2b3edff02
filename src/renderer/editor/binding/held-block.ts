import { $getSelection, $isRangeSelection, type EditorState } from 'lexical'
import type * as Y from 'yjs'
import { type Body, type BodyBlock, readBody } from '#documents/body.ts'
import { $blockPoint } from './block-offset.ts'
import { hiddenUnder, type KeptCaret } from './caret.ts'
import type { Mirror } from './mirror.ts'

/**
 * The block a person is writing in when another deletes it: it stays in this editor, empty, until the caret
 * leaves it. What is typed there goes into the deleted block and is marked, just as if it had been typed a
 * moment before; it never runs into a neighbour.
 */
export type HeldBlock = Readonly<{
  read(doc: Y.Doc): Body
  /** Keeps the block the caret stands in if it has just been hidden; answers the body with it. */
  keep(doc: Y.Doc, body: Body, caret: KeptCaret): Body
  /** True when the caret has left the block that was held: it is held no more. */
  release(state: EditorState, mirror: Mirror): boolean
}>

export function createHeldBlock(): HeldBlock {
  let held: string | undefined

  return {
    read: (doc) => readBody(doc, held),
    keep(doc, body, caret) {
      const hidden = hiddenUnder(doc, body, caret)
      if (hidden === undefined) return body
      held = hidden
      return readBody(doc, held)
    },
    release(state, mirror) {
      if (held === undefined || state.read(() => headMarker(mirror, $caretPlace(mirror))) === held)
        return false
      held = undefined
      return true
    },
  }
}

function $caretPlace({ index }: Mirror): number | undefined {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? index.get($blockPoint(selection.anchor)?.block ?? '') : undefined
}

function headMarker({ body }: Mirror, place: number | undefined): string | undefined {
  const block: BodyBlock | undefined = body.blocks[place ?? -1]
  return block && body.pieces[block.pieces[0] ?? -1]?.marker
}
