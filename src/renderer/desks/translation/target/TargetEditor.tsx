import { $getRoot, type LexicalEditor } from 'lexical'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { TextMark } from '#renderer/ui/memory/cut-at-marks.ts'
import { type CodeUnit, sameText, withoutEmptyPairs } from './codes-of.ts'
import { createTargetEditor, showTarget } from './create-target-editor.ts'
import { $writeTarget } from './editor-text.ts'
import { $insertCodes, $insertText } from './insert-codes.ts'
import { markTarget, unmarkTarget } from './mark-target.ts'
import styles from './TargetEditor.module.css'

export type TargetHandle = Readonly<{
  /** The words as they stand now. */
  read(): CodedText
  isComposing(): boolean
  insert(text: CodedText): void
  insertCodes(unit: CodeUnit): void
  /** Takes a whole text in place of what is there, as one step of undo. */
  replace(text: CodedText): void
  focus(): void
  /** Marks what checks found. */
  mark(marks: readonly TextMark[]): void
}>

type Props = Readonly<{
  target: CodedText
  language: string
  breaks: boolean
  label: string
  onWrite: (before: CodedText, target: CodedText) => void
  ref: Ref<TargetHandle>
}>

/** The target of the row in hand, being written. */
export function TargetEditor({ target, language, breaks, label, onWrite, ref }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<LexicalEditor>(null)
  const base = useRef(target)
  const latest = useRef({ onWrite, target })
  useEffect(() => {
    latest.current = { onWrite, target }
  })
  useEffect(() => {
    const made = createTargetEditor({
      target: latest.current.target,
      breaks,
      changed(now) {
        if (sameText(base.current, now)) return
        latest.current.onWrite(base.current, now)
        base.current = now
      },
    })
    base.current = latest.current.target
    editor.current = made.editor
    made.editor.setRootElement(box.current)
    made.editor.focus(undefined, { defaultSelection: 'rootEnd' })
    return () => {
      unmarkTarget()
      made.stop()
      made.editor.setRootElement(null)
    }
  }, [breaks])
  useEffect(() => {
    const shown = editor.current
    if (shown === null || sameText(base.current, target)) return
    // A pair that was just put in waits for its words: what comes back without it is no change by others.
    if (sameText(withoutEmptyPairs(base.current), target)) return
    if (showTarget(shown, target)) base.current = target
  }, [target])
  useImperativeHandle(
    ref,
    () => ({
      read: () => base.current,
      isComposing: () => editor.current?.isComposing() ?? false,
      insert: (text) => editor.current?.update(() => $insertText(text), { discrete: true }),
      insertCodes: (unit) => editor.current?.update(() => $insertCodes(unit), { discrete: true }),
      replace: (text) =>
        editor.current?.update(
          () => {
            $writeTarget(text)
            $getRoot().selectEnd()
          },
          { discrete: true },
        ),
      focus: () => editor.current?.focus(),
      mark: (marks) => box.current && markTarget(box.current, marks),
    }),
    [],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips stand among the words
    <div
      ref={box}
      className={styles['target']}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline={breaks}
      lang={language}
      spellCheck={false}
    />
  )
}
