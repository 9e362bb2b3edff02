import type { LexicalEditor, NodeKey } from 'lexical'
import { $getRoot } from 'lexical'

export type BlockBox = Readonly<{ key: NodeKey; top: number; bottom: number }>
/** A gap between blocks: before `before`, or behind the last when that is null. `y` is where it is drawn. */
export type Gap = Readonly<{ before: NodeKey | null; y: number }>

export function blockBoxes(editor: LexicalEditor): readonly BlockBox[] {
  const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys())
  return keys.flatMap((key) => {
    const box = editor.getElementByKey(key)?.getBoundingClientRect()
    return box ? [{ key, top: box.top, bottom: box.bottom }] : []
  })
}

/** The gap nearest to a height on the page. */
export function gapAt(boxes: readonly BlockBox[], y: number): Gap {
  const at = boxes.findIndex((box) => y < (box.top + box.bottom) / 2)
  const next = at < 0 ? undefined : boxes[at]
  const previous = at < 0 ? boxes.at(-1) : boxes[at - 1]
  if (!next) return { before: null, y: previous?.bottom ?? y }
  return { before: next.key, y: previous ? (previous.bottom + next.top) / 2 : next.top }
}

/** The block at a height, by halving: a long article has hundreds. */
export function blockAt(boxes: readonly BlockBox[], y: number): BlockBox | undefined {
  let low = 0
  let high = boxes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const box = boxes[middle]
    if (!box) return undefined
    if (y < box.top) high = middle - 1
    else if (y > box.bottom) low = middle + 1
    else return box
  }
  return undefined
}
