import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_START_COMMAND,
  type EditorState,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'

/**
 * What is typed has the format of the text the caret stands in. Lexical learns of a moved caret late, and where
 * anything updates the editor in between (another person's edit) it keeps the format of the place before: a
 * word typed behind a bold one that was just left would be bold.
 */
export function registerCaretFormat(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      () => $followCaret(editor.getEditorState()),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => $followCaret(editor.getEditorState()),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ prevEditorState, dirtyLeaves, dirtyElements }) => {
      const isMove = dirtyLeaves.size === 0 && dirtyElements.size === 0
      if (isMove && editor.read(() => $isStale(prevEditorState)))
        editor.update(() => void $followCaret(prevEditorState), { discrete: true })
    }),
  )
}

function $followCaret(before: EditorState): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !$isStale(before)) return false
  const node = selection.anchor.getNode()
  if ($isTextNode(node)) selection.setFormat(node.getFormat())
  return false
}

/** The caret is at another place than before and still has the format of that one. */
function $isStale(before: EditorState): boolean {
  const now = $getSelection()
  const last = before.read($getSelection)
  if (!$isRangeSelection(now) || !now.isCollapsed() || !$isRangeSelection(last)) return false
  const node = now.anchor.getNode()
  return (
    $isTextNode(node) &&
    node.getFormat() !== now.format &&
    now.format === last.format &&
    !now.anchor.is(last.anchor)
  )
}
