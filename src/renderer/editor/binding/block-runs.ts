import { $isLinkNode } from '@lexical/link'
import {
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  IS_BOLD,
  IS_ITALIC,
  IS_UNDERLINE,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { canonicalRuns } from '#documents/runs.ts'
import type { Marks, Run } from '#domain/blocks.ts'

/** Lexical starts some compositions with this, so that the new text has a node of its own. */
const compositionStart = '\u200b'

/** A block's text with its marks, as the document would hold it. */
export function $readRuns(block: ElementNode): readonly Run[] {
  return canonicalRuns($rawRuns(block, undefined))
}

function $rawRuns(parent: ElementNode, link: string | undefined): readonly Run[] {
  return parent.getChildren().flatMap((node) => $runsOf(node, link))
}

function $runsOf(node: LexicalNode, link: string | undefined): readonly Run[] {
  if ($isTextNode(node)) return [{ text: $typedText(node), marks: marksOf(node.getFormat(), link) }]
  if ($isLineBreakNode(node)) return [{ text: '\n', marks: {} }]
  if ($isLinkNode(node)) return $rawRuns(node, node.getURL())
  return []
}

function $typedText(node: TextNode): string {
  const text = node.getTextContent()
  return node.isComposing() ? text.replaceAll(compositionStart, '') : text
}

function marksOf(format: number, link: string | undefined): Marks {
  return {
    ...(format & IS_BOLD && { bold: true as const }),
    ...(format & IS_ITALIC && { italic: true as const }),
    ...(format & IS_UNDERLINE && { underline: true as const }),
    ...(link !== undefined && { link }),
  }
}

export function formatOf(marks: Marks): number {
  return (marks.bold ? IS_BOLD : 0) | (marks.italic ? IS_ITALIC : 0) | (marks.underline ? IS_UNDERLINE : 0)
}
