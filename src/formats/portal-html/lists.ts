import type { Block } from '#domain/blocks.ts'
import { renderRuns } from './runs.ts'

const tags = { bullet: 'ul', number: 'ol' } as const
export type ListItem = Block & Readonly<{ kind: keyof typeof tags }>

export function isListItem(block: Block): block is ListItem {
  return block.kind === 'bullet' || block.kind === 'number'
}

/**
 * Neighbouring list items as nested lists by their indent. An item that skips levels goes one level deeper,
 * as there is no list to hang the missing ones on.
 */
export function renderList(items: readonly ListItem[]): string {
  const open: (keyof typeof tags)[] = []
  let html = ''
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${tags[open.pop() ?? 'bullet']}>`
  }
  for (const item of items) {
    const depth = Math.min((item.indent ?? 0) + 1, open.length + 1)
    closeTo(depth)
    if (open.length === depth && open.at(-1) !== item.kind) closeTo(depth - 1)
    if (open.length === depth) html += '</li>'
    else {
      open.push(item.kind)
      html += `<${tags[item.kind]}>`
    }
    html += `<li>${renderRuns(item.runs)}`
  }
  closeTo(0)
  return html
}
