import { registerRichText } from '@lexical/rich-text'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type * as Y from 'yjs'
import { bindEditor, type EditorBinding, type Former } from './binding/binding.ts'
import { registerBlockEdges } from './binding/block-edges.ts'
import { registerClipboard } from './binding/clipboard.ts'
import type { Passage } from './binding/insert-passage.ts'
import { registerBlockKeys } from './block-keys.ts'
import { registerCaretFormat } from './caret-format.ts'
import { registerHabits } from './habits/register-habits.ts'
import { takeHeldKeys } from './held-keys.ts'
import { registerKeptFormat } from './keep-format.ts'
import { registerSelectionNow } from './selection-now.ts'

/** Ties the editor to the document and gives it its keys; answers how to edit the document beside it. */
export function useEditorSetup(editor: LexicalEditor, doc: Y.Doc) {
  const binding = useRef<EditorBinding>(null)
  const former = useRef<Former>(undefined)
  // One origin a person and an open document: exactly these edits can be undone.
  const origin = useMemo(() => ({ doc }), [doc])
  const edit = useCallback((change: () => void) => doc.transact(change, origin), [doc, origin])
  const endStep = useCallback(() => binding.current?.endStep(), [])
  const insert = useCallback((passage: Passage) => binding.current?.insert(passage) ?? [], [])
  const writeWords = useCallback<EditorBinding['writeAttribute']>(
    (...words) => binding.current?.writeAttribute(...words),
    [],
  )
  useEffect(() => {
    const isNew = former.current === undefined
    const bound = bindEditor(editor, doc, { origin, former: former.current })
    binding.current = bound
    // It may hold what was purged (SEC1).
    former.current = undefined
    const stop = mergeRegister(
      registerSelectionNow(editor),
      registerRichText(editor),
      registerBlockEdges(editor),
      registerClipboard(editor, doc),
      registerBlockKeys(editor),
      registerKeptFormat(editor),
      registerCaretFormat(editor),
      registerHabits(editor, bound.endStep),
      editor.registerCommand(UNDO_COMMAND, () => step(bound.undo), COMMAND_PRIORITY_EDITOR),
      editor.registerCommand(REDO_COMMAND, () => step(bound.redo), COMMAND_PRIORITY_EDITOR),
    )
    // A new article waits for its title.
    const waits = isNew && editor.isEditable() && editor.getEditorState().read($isBlank)
    const stopTaking = waits
      ? takeHeldKeys((typed) =>
          editor.focus(() => typeHeld(editor, typed), { defaultSelection: 'rootStart' }),
        )
      : () => undefined
    return () => {
      stopTaking()
      stop()
      former.current = bound.destroy()
      binding.current = null
    }
  }, [editor, doc, origin])
  return { edit, endStep, insert, writeWords }
}

function $isBlank(): boolean {
  return $getRoot().getTextContent().trim() === ''
}

/** Types what the person typed while the page was on its way. */
function typeHeld(editor: LexicalEditor, typed: string): void {
  const lines = typed.normalize('NFC').split('\n')
  editor.update(() => {
    for (const [at, line] of lines.entries()) {
      if (at > 0) editor.dispatchCommand(KEY_ENTER_COMMAND, null)
      if (line !== '') $insert(line)
    }
  })
}

function $insert(text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

function step(take: () => void): boolean {
  take()
  return true
}
