import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
} from 'lexical'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { $isCodeNode } from './code-node.ts'

/** How many letters, breaks and chips stand before the caret; null without one. */
export function $caretAt(): number | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { focus } = selection
  const node = focus.getNode()
  if ($isElementNode(node)) return sizeOf(node.getChildren().slice(0, focus.offset))
  const inside = $isCodeNode(node) ? Math.min(focus.offset, 1) : focus.offset
  return sizeOf(node.getPreviousSiblings()) + inside
}

export function $placeCaret(at: number): void {
  let rest = at
  for (const node of $lineNodes()) {
    const size = sizeOf([node])
    if (rest <= size && $isTextNode(node) && !$isCodeNode(node)) {
      node.select(rest, rest)
      return
    }
    if (rest < size) break
    rest -= size
  }
  $getRoot().selectEnd()
}

/** Where a caret stands after a text became another: it stays with what stood behind it, else before it. */
export function moveCaret(at: number, before: CodedText, after: CodedText): number {
  const [from, to] = [lettersOf(before), lettersOf(after)]
  if (sharedLength(from, to) >= at) return at
  const behind = from.length - at
  if (sharedLength([...from].reverse(), [...to].reverse()) >= behind) return to.length - behind
  return Math.min(sharedLength(from, to), to.length)
}

/** How many letters two texts begin with alike. */
function sharedLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((letter, index) => letter !== other[index])
  return differs < 0 ? one.length : differs
}

function lettersOf(text: CodedText): readonly string[] {
  return text.flatMap((part) => (typeof part === 'string' ? part.split('') : [`${part.code}${part.number}`]))
}

function $lineNodes(): readonly LexicalNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((block) => ($isElementNode(block) ? block.getChildren() : []))
}

function sizeOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, node) => sum + ($isCodeNode(node) ? 1 : node.getTextContentSize()), 0)
}
