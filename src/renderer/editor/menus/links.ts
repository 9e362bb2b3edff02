import { $isLinkNode } from '@lexical/link'
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { canonicalRuns, sliceRuns } from '#documents/runs.ts'
import { $isBlock, type BlockNode } from '../binding/block-node.ts'
import { $blockPoint } from '../binding/block-offset.ts'
import { $readRuns } from '../binding/block-runs.ts'
import { $writeRuns } from '../binding/inline-nodes.ts'
import { $findBlock, $selectInBlock } from '../block-selection.ts'
import type { LinkTarget } from './LinkPopover.tsx'

/** What Ctrl+K means now: the link the caret is in, or the selected stretch of one block; else nothing. */
export function linkTarget(editor: LexicalEditor): LinkTarget | null {
  const found = editor.read($linkRange)
  if (!found) return null
  const dom = window.getSelection()
  const rect =
    dom && dom.rangeCount > 0 && !dom.isCollapsed
      ? dom.getRangeAt(0).getBoundingClientRect()
      : editor.getElementByKey(found.node)?.getBoundingClientRect()
  return rect
    ? { block: found.block, start: found.start, end: found.end, address: found.address, rect }
    : null
}

function $linkRange() {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const link = $findMatchingParent(first.getNode(), $isLinkNode)
  const from = $blockPoint(first)
  const to = $blockPoint(last)
  if (!from || !to || from.block !== to.block) return null
  const address = link?.getURL() ?? ''
  if (link && from.offset === to.offset) {
    const start = $startOfLink(link)
    return start === undefined
      ? null
      : { ...from, node: link.getKey(), start, end: start + link.getTextContentSize(), address }
  }
  if (from.offset === to.offset) return null
  return { ...from, node: from.block, start: from.offset, end: to.offset, address }
}

function $startOfLink(link: NonNullable<ReturnType<typeof $findMatchingParent>>): number | undefined {
  const block = $findMatchingParent(link, $isBlock)
  if (!block) return undefined
  return link.getPreviousSiblings().reduce((sum, node) => sum + node.getTextContentSize(), 0)
}

/** Sets or removes the link on its stretch and puts the caret behind it. */
export function $setLink(target: LinkTarget, address: string | null): void {
  const block = $findBlock(target.block)
  if (!block) return
  $linkText(block, target.start, target.end, address)
  $selectInBlock(target.block, target.end, target.end)
}

/** By the text itself: Lexical's own way throws on some stretches that begin or end inside a link. */
export function $linkText(block: BlockNode, start: number, end: number, address: string | null): void {
  const runs = $readRuns(block)
  const linked = sliceRuns(runs, start, end).map(({ text, marks: { link: _, ...marks } }) => ({
    text,
    marks: address === null ? marks : { ...marks, link: address },
  }))
  const rest = sliceRuns(runs, end, Number.POSITIVE_INFINITY)
  $writeRuns(block, canonicalRuns([...sliceRuns(runs, 0, start), ...linked, ...rest]))
}
