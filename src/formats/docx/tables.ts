import { flattenRow } from '../table-rows.ts'
import type { Reading } from './reading.ts'
import { childElements, type XmlElement } from './xml-tree.ts'

function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === 'sdt' || child.name === 'sdtContent' ? childrenNamed(child, name) : []
  })
}

export function readTable(
  reading: Reading,
  table: XmlElement,
  readBlocks: (reading: Reading, parent: XmlElement) => void,
): void {
  for (const row of childrenNamed(table, 'tr')) {
    const cells = childrenNamed(row, 'tc').map((cell) => {
      const inside: Reading = { ...reading, items: [] }
      readBlocks(inside, cell)
      return inside.items
    })
    reading.items.push(...flattenRow(cells))
  }
}
