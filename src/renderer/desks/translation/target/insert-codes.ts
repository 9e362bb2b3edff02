import { $getRoot, $getSelection, $isRangeSelection, $setSelection, type LexicalNode } from 'lexical'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { $createCodeNode } from './code-node.ts'
import type { CodeUnit } from './codes-of.ts'
import { nodesOf } from './editor-text.ts'

/** Puts a pair round the selected words, or where the caret stands with the caret between them. */
export function $insertCodes(unit: CodeUnit): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const [open, close] = unit
  if (!close) {
    selection.insertNodes([$createCodeNode(open)])
    return
  }
  const inside = selection.isCollapsed() ? [] : selection.extract()
  const first = $createCodeNode(open)
  const last = $createCodeNode(close)
  const [start] = inside
  const end = inside.at(-1)
  if (start && end) {
    start.insertBefore(first)
    end.insertAfter(last)
    last.selectNext(0, 0)
    return
  }
  selection.insertNodes([first, last])
  $setSelection(first.selectEnd())
}

/** Puts a text where the caret stands, in place of what is selected. */
export function $insertText(text: CodedText): void {
  // Whoever inserts without a caret means to go on at the end.
  const selection = $getSelection() ?? $getRoot().selectEnd()
  const nodes: readonly LexicalNode[] = text.flatMap(nodesOf)
  if ($isRangeSelection(selection)) selection.insertNodes([...nodes])
}
