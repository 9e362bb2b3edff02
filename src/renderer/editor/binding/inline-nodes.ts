import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import {
  $createLineBreakNode,
  $createTextNode,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import type { Run } from '#domain/blocks.ts'
import { formatOf } from './block-runs.ts'

/** An inline node as it should be. */
type Wanted =
  | Readonly<{ kind: 'text'; text: string; format: number }>
  | Readonly<{ kind: 'break' }>
  | Readonly<{ kind: 'link'; url: string; children: readonly Wanted[] }>

/** Makes a block hold these runs, keeping every node that already is right and the keys of those that change. */
export function $writeRuns(block: ElementNode, runs: readonly Run[]): void {
  $fill(block, wantedOf(runs))
}

/** New inline nodes for these runs. */
export function $createInline(runs: readonly Run[]): readonly LexicalNode[] {
  return wantedOf(runs).map((want) => $reuse(undefined, want))
}

function wantedOf(runs: readonly Run[]): readonly Wanted[] {
  const wanted: Wanted[] = []
  for (let index = 0; index < runs.length; ) {
    const url = runs[index]?.marks.link
    let end = index + 1
    while (url !== undefined && runs[end]?.marks.link === url) end++
    const children = runs.slice(index, end).flatMap(textsAndBreaks)
    if (url === undefined) wanted.push(...children)
    else wanted.push({ kind: 'link', url, children })
    index = end
  }
  return wanted
}

function textsAndBreaks(run: Run): readonly Wanted[] {
  const parts = run.text.split(/(\n)/).filter((part) => part !== '')
  const format = formatOf(run.marks)
  return parts.map((text) => (text === '\n' ? { kind: 'break' } : { kind: 'text', text, format }))
}

function $fill(parent: ElementNode, wanted: readonly Wanted[]): void {
  const children = parent.getChildren()
  const start = sameLength(children, wanted)
  const end = sameLength(children.slice(start).toReversed(), wanted.slice(start).toReversed())
  const old = children.slice(start, children.length - end)
  const fresh = wanted.slice(start, wanted.length - end)
  const nodes = fresh.map((want, index) => $reuse(old[index], want))
  const kept = new Set(nodes.map((node) => node.getKey()))
  const isSettled = old.length === nodes.length && old.every((node) => kept.has(node.getKey()))
  if (!isSettled) parent.splice(start, old.length, nodes)
}

function sameLength(children: readonly LexicalNode[], wanted: readonly Wanted[]): number {
  let length = 0
  for (const want of wanted) {
    const node = children[length]
    if (!node || !$isAs(node, want)) break
    length++
  }
  return length
}

function $isAs(node: LexicalNode, want: Wanted): boolean {
  if (want.kind === 'break') return $isLineBreakNode(node)
  if (want.kind === 'text') {
    return $isTextNode(node) && node.getTextContent() === want.text && node.getFormat() === want.format
  }
  if (!$isLinkNode(node) || node.getURL() !== want.url) return false
  const children = node.getChildren()
  return children.length === want.children.length && sameLength(children, want.children) === children.length
}

function $reuse(node: LexicalNode | undefined, want: Wanted): LexicalNode {
  if (want.kind === 'text') return $text(node, want.text, want.format)
  if (want.kind === 'link') return $link(node, want.url, want.children)
  return $isLineBreakNode(node) ? node : $createLineBreakNode()
}

function $text(node: LexicalNode | undefined, text: string, format: number): LexicalNode {
  if (!$isTextNode(node)) return $createTextNode(text).setFormat(format)
  if (node.getTextContent() !== text) $setText(node, text)
  if (node.getFormat() !== format) node.setFormat(format)
  return node
}

/** A selection that pointed behind the end of the new text could not even be asked where it is. */
function $setText(node: TextNode, text: string): void {
  const selection = $getSelection()
  for (const point of $isRangeSelection(selection) ? [selection.anchor, selection.focus] : []) {
    if (point.key === node.getKey() && point.offset > text.length) point.set(point.key, text.length, 'text')
  }
  node.setTextContent(text)
}

function $link(node: LexicalNode | undefined, url: string, children: readonly Wanted[]): LexicalNode {
  const link: LinkNode = $isLinkNode(node) ? node : $createLinkNode(url)
  if (link.getURL() !== url) link.setURL(url)
  $fill(link, children)
  return link
}
