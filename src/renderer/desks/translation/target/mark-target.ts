import type { Severity } from '#domain/checks/finding.ts'
import type { TextMark } from '#renderer/ui/memory/cut-at-marks.ts'

const severities: readonly Severity[] = ['notice', 'warning', 'error']

/**
 * Marks stretches of the editor's words without touching what the editor drew; offsets are those of the words
 * without codes. There is one target editor in a window.
 */
export function markTarget(root: HTMLElement, marks: readonly TextMark[]): void {
  for (const severity of severities) {
    const spans = marks.filter(({ mark }) => mark === severity)
    CSS.highlights.set(`tt-${severity}`, new Highlight(...rangesOf(root, spans)))
  }
}

export function unmarkTarget(): void {
  for (const severity of severities) CSS.highlights.delete(`tt-${severity}`)
}

function rangesOf(root: HTMLElement, marks: readonly TextMark[]): readonly Range[] {
  let begun = 0
  return wordNodes(root).flatMap((node) => {
    const start = begun
    const length = node instanceof Text ? node.data.length : 1
    begun += length
    if (!(node instanceof Text)) return []
    return marks
      .filter((mark) => mark.start < begun && mark.end > start)
      .map((mark) => {
        const range = document.createRange()
        range.setStart(node, Math.max(0, mark.start - start))
        range.setEnd(node, Math.min(length, mark.end - start))
        return range
      })
  })
}

/** Texts and line breaks in order, without what stands on chips. */
function wordNodes(root: HTMLElement): readonly Node[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof HTMLElement && node.dataset['inlineCode'] !== undefined)
      return NodeFilter.FILTER_REJECT
    return node instanceof Text || node.nodeName === 'BR' ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP
  })
  const nodes: Node[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  return nodes
}
