import { $getRoot, type LexicalEditor, ParagraphNode } from 'lexical'
import { $isCodeNode, type CodeNode } from './code-node.ts'

/** Keeps pairs whole whatever is deleted or pasted: half a pair goes, a pair that was turned round is set right. */
export function registerKeptCodes(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(ParagraphNode, $keepCodes)
}

function $keepCodes(): void {
  const opened = new Map<number, CodeNode>()
  const closed = new Map<number, CodeNode>()
  for (const node of $getRoot().getAllTextNodes()) {
    if (!$isCodeNode(node)) continue
    const { code, number } = node.inlineCode()
    if (code === 'single') continue
    const ends = code === 'open' ? opened : closed
    if (ends.has(number)) node.remove()
    else ends.set(number, node)
  }
  for (const [number, open] of opened) {
    const close = closed.get(number)
    if (!close) open.remove()
    else if (close.isBefore(open)) $swap(open, close)
  }
  for (const [number, close] of closed) if (!opened.has(number)) close.remove()
}

function $swap(open: CodeNode, close: CodeNode): void {
  const before = close.getPreviousSibling()
  const parent = close.getParentOrThrow()
  open.insertBefore(close)
  if (before) before.insertAfter(open)
  else parent.splice(0, 0, [open])
}
