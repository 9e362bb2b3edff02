import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  SELECTION_CHANGE_COMMAND,
} from 'lexical'
import { $blockPoint } from './binding/block-offset.ts'

type Kept = Readonly<{ block: NodeKey; offset: number; format: number }>

/**
 * UniKey changes "ao" into "ạo" by deleting both letters and typing them anew. Where they were all there was of
 * a bold word, Lexical would go on in plain; a person would expect bold, as in any word processor. Nothing is
 * intercepted here: the format is only remembered for the place where the letters stood.
 */
export function registerKeptFormat(editor: LexicalEditor): () => void {
  let deleting: number | null = null
  let kept: Kept | null = null

  function $restore(): boolean {
    const selection = $getSelection()
    if (!kept || !$isRangeSelection(selection) || !selection.isCollapsed()) return false
    const point = $blockPoint(selection.anchor)
    if (point?.block !== kept.block || point.offset !== kept.offset) kept = null
    else if (selection.format !== kept.format) selection.setFormat(kept.format)
    return false
  }

  return mergeRegister(
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      () => {
        const selection = $getSelection()
        deleting = $isRangeSelection(selection) && selection.isCollapsed() ? selection.format : null
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $restore, COMMAND_PRIORITY_CRITICAL),
    editor.registerUpdateListener(({ editorState, dirtyLeaves, dirtyElements }) => {
      if (dirtyLeaves.size === 0 && dirtyElements.size === 0) return
      const format = deleting
      deleting = null
      kept = format === null ? null : editorState.read(() => $keep(format))
      if (kept) queueMicrotask(() => editor.update(() => void $restore()))
    }),
  )
}

/** Something is to be kept only where the caret now stands in a text of another format. */
function $keep(format: number): Kept | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.format === format) return null
  const point = $blockPoint(selection.anchor)
  return point ? { ...point, format } : null
}
