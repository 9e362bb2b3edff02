import { childElements, childNamed, type XmlElement } from './xml-tree.ts'

/** Whether a list level counts (1, a, i …), shows a bullet, or shows nothing at all. */
export type ListFormat = 'ordered' | 'bullet' | 'none'
export type Numbering = ReadonlyMap<string, ReadonlyMap<number, ListFormat>>

function formatOf(level: XmlElement): ListFormat {
  const format = childNamed(level, 'numFmt')?.attributes['val'] ?? 'decimal'
  if (format === 'none') return 'none'
  return format === 'bullet' ? 'bullet' : 'ordered'
}

function readLevels(element: XmlElement): Map<number, ListFormat> {
  const levels = childElements(element).filter((child) => child.name === 'lvl')
  return new Map(levels.map((level) => [Number(level.attributes['ilvl'] ?? 0), formatOf(level)]))
}

/** Reads the list definitions: number id → level → format. */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const children = root ? childElements(root) : []
  const abstracts = new Map<string, Map<number, ListFormat>>()
  for (const child of children) {
    if (child.name !== 'abstractNum') continue
    abstracts.set(child.attributes['abstractNumId'] ?? '', readLevels(child))
  }
  const numbering = new Map<string, Map<number, ListFormat>>()
  for (const child of children) {
    if (child.name !== 'num') continue
    const abstract = childNamed(child, 'abstractNumId')?.attributes['val'] ?? ''
    const levels = new Map(abstracts.get(abstract))
    for (const override of childElements(child)) {
      for (const [level, format] of readLevels(override)) levels.set(level, format)
    }
    numbering.set(child.attributes['numId'] ?? '', levels)
  }
  return numbering
}
