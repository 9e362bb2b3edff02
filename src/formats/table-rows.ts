import { bodyParagraph, type ImportedItem, type ImportedRun } from '#domain/imported-text.ts'

const separator: ImportedRun = { text: ' | ' }

/** A cell's single line of text; undefined when it holds a picture, a list or several paragraphs. */
function singleLine(items: readonly ImportedItem[]): readonly ImportedRun[] | undefined {
  const [item, ...more] = items
  if (!item) return []
  if (more.length > 0 || item.kind !== 'paragraph' || item.list) return undefined
  return item.runs
}

/**
 * An article has no tables: a row of short cells becomes one paragraph, cells apart by " | "; cells that hold
 * more (pictures with captions laid out in a table) are read one after the other.
 */
export function flattenRow(cells: readonly (readonly ImportedItem[])[]): readonly ImportedItem[] {
  const lines = cells.map(singleLine).filter((line) => line !== undefined)
  if (cells.length < 2 || lines.length < cells.length) return cells.flat()
  if (lines.every((line) => line.length === 0)) return []
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]))
  return [bodyParagraph(runs)]
}
