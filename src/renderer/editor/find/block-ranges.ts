import type { TextMatch } from './text-matches.ts'

/** A block's text as the page shows it: its text nodes in order; a line break counts one. */
type Leaf = Readonly<{ node: Node; start: number; length: number }>

function leavesOf(element: HTMLElement): readonly Leaf[] {
  const text = element.querySelector<HTMLElement>(':scope > figcaption') ?? element
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const leaves: Leaf[] = []
  let start = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node instanceof Text ? node.data.length : node.nodeName === 'BR' ? 1 : 0
    if (length === 0) continue
    leaves.push({ node, start, length })
    start += length
  }
  return leaves
}

/** DOM ranges of matches in a block's element, for painting and for scrolling to. */
export function rangesIn(element: HTMLElement, matches: readonly TextMatch[]): readonly Range[] {
  const leaves = leavesOf(element)
  return matches.flatMap((match) => {
    const range = document.createRange()
    const start = leaves.find((leaf) => match.start < leaf.start + leaf.length)
    const end = leaves.find((leaf) => match.end <= leaf.start + leaf.length)
    if (!start || !end) return []
    setEdge(start, match.start, (node, offset) => range.setStart(node, offset))
    setEdge(end, match.end, (node, offset) => range.setEnd(node, offset))
    return [range]
  })
}

function setEdge(leaf: Leaf, offset: number, set: (node: Node, offset: number) => void): void {
  if (leaf.node instanceof Text) {
    set(leaf.node, offset - leaf.start)
    return
  }
  const parent = leaf.node.parentNode
  if (!parent) return
  const index = [...parent.childNodes].indexOf(leaf.node as ChildNode)
  set(parent, index + (offset > leaf.start ? 1 : 0))
}
