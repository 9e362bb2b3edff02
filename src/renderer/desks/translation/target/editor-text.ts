import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { $createCodeNode, $isCodeNode } from './code-node.ts'

/** What the editor holds. */
export function $readTarget(): CodedText {
  const parts: (string | InlineCode)[] = []
  for (const node of $inlineNodes()) {
    const last = parts.at(-1)
    if ($isCodeNode(node)) parts.push(node.inlineCode())
    else if (typeof last === 'string') parts[parts.length - 1] = last + wordsOf(node)
    else parts.push(wordsOf(node))
  }
  return parts.map(inForm).filter((part) => part !== '')
}

function inForm(part: string | InlineCode): string | InlineCode {
  return typeof part === 'string' ? part.normalize('NFC') : part
}

function wordsOf(node: LexicalNode): string {
  if ($isLineBreakNode(node)) return '\n'
  return $isTextNode(node) ? node.getTextContent() : ''
}

function $inlineNodes(): readonly LexicalNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((block) => ($isElementNode(block) ? block.getChildren() : []))
}

/** Makes the editor hold this text; the caret stays where it was, counted in letters and chips. */
export function $writeTarget(text: CodedText): void {
  const paragraph = $createParagraphNode()
  paragraph.append(...text.flatMap(nodesOf))
  $getRoot().clear().append(paragraph)
}

export function nodesOf(part: string | InlineCode): readonly LexicalNode[] {
  if (typeof part !== 'string') return [$createCodeNode(part)]
  return part
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ])
}
