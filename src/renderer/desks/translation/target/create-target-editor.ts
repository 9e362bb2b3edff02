import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerPlainText } from '@lexical/plain-text'
import {
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { $caretAt, $placeCaret, moveCaret } from './caret-place.ts'
import { CodeNode } from './code-node.ts'
import { sameText } from './codes-of.ts'
import { $readTarget, $writeTarget } from './editor-text.ts'
import { registerKeptCodes } from './keep-codes.ts'
import { registerPassedCodes } from './pass-codes.ts'
import { registerTargetClipboard } from './target-clipboard.ts'

const fromOutside = 'from-outside'

type Options = Readonly<{
  target: CodedText
  /** True where line breaks belong: in rows merged across the end of a paragraph. */
  breaks: boolean
  changed(target: CodedText): void
}>

/** The editor of one target: words, chips, and a history of its own. */
export function createTargetEditor({ target, breaks, changed }: Options) {
  const editor = createEditor({
    namespace: 'tramtin-target',
    nodes: [CodeNode],
    onError: (error) => reportError(error),
  })
  editor.update(() => $writeTarget(target), { discrete: true, tag: fromOutside })
  const stop = mergeRegister(
    registerPlainText(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
    registerKeptCodes(editor),
    registerPassedCodes(editor),
    registerTargetClipboard(editor, breaks),
    refuseBreaks(editor, breaks),
    editor.registerUpdateListener(({ dirtyLeaves, dirtyElements, tags }) => {
      if (tags.has(fromOutside) || (dirtyLeaves.size === 0 && dirtyElements.size === 0)) return
      changed(editor.read($readTarget))
    }),
  )
  return { editor, stop }
}

/** A line break is a part of the text only where the source has one: Enter must not make one by habit. */
function refuseBreaks(editor: LexicalEditor, breaks: boolean): () => void {
  if (breaks) return () => undefined
  const refuse = () => true
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        event?.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, refuse, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, refuse, COMMAND_PRIORITY_HIGH),
  )
}

/** Shows what others made of the text. Never while an input method is composing: it is shown with the next change. */
export function showTarget(editor: LexicalEditor, target: CodedText): boolean {
  if (editor.isComposing()) return false
  if (sameText(editor.read($readTarget), target)) return true
  editor.update(
    () => {
      const before = $readTarget()
      const caret = $caretAt()
      $writeTarget(target)
      if (caret === null) $setSelection(null)
      else $placeCaret(moveCaret(caret, before, target))
    },
    { discrete: true, tag: fromOutside },
  )
  return true
}
