import type * as Y from 'yjs'
import { type AttributeTextName, attributeText } from './roots.ts'
import { diffText } from './text-edits.ts'

/** The text of a block's alternative text or credit as it stands; '' when nobody wrote any. */
export function readAttributeText(doc: Y.Doc, block: string, name: AttributeTextName): string {
  // Asking for a root type creates it; most blocks have none.
  return doc.share.has(`a/${block}/${name}`) ? attributeText(doc, block, name).toString() : ''
}

/** Changes only the letters that differ, so that two people's typing merges. `caret`: where it stands now. */
export function writeAttributeText(
  doc: Y.Doc,
  block: string,
  name: AttributeTextName,
  value: string,
  caret?: number,
): void {
  const before = readAttributeText(doc, block, name)
  const edits = diffText(before, value, caret)
  if (edits.length === 0) return
  const text = attributeText(doc, block, name)
  doc.transact(() => {
    for (const edit of edits.toReversed()) {
      text.delete(edit.at, edit.remove)
      text.insert(edit.at, edit.insert)
    }
  })
}
