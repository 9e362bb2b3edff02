import {
  bodyParagraph,
  type ImportedItem,
  type ImportedText,
  type ImportWarning,
} from '#domain/imported-text.ts'
import { separateNotes } from './footnotes.ts'
import { judgeLayout, reflow } from './reflow.ts'
import { dropFurniture, splitLines } from './text-lines.ts'

const bullet = /^[-–—+•●▪*·]\s+/

function readParagraph(text: string): ImportedItem {
  const dash = bullet.exec(text)?.[0]
  if (dash === undefined) return bodyParagraph([{ text }])
  return bodyParagraph([{ text: text.slice(dash.length) }], { list: { ordered: false, level: 0 } })
}

/**
 * Reads plain text. A file whose lines were broken by a page's width (text taken out of a PDF) is re-flowed:
 * lines become paragraphs again, page numbers go, footnotes move to the end.
 */
export function readText(text: string): ImportedText {
  const written = splitLines(text)
  const layout = judgeLayout(written)
  if (!layout.wrapped) {
    const items = written.map((line) => bodyParagraph([{ text: line.text }]))
    return { items, pictures: [], warnings: [], leftOut: [] }
  }
  const furniture = dropFurniture(written)
  const { lines, notes } = separateNotes(furniture.lines)
  const warnings: ImportWarning[] = [{ code: 'linesReflowed', facts: { lines: written.length } }]
  const { length: count } = furniture.dropped
  if (count > 0) warnings.push({ code: 'pageFurnitureDropped', facts: { count } })
  if (notes.length > 0) warnings.push({ code: 'notesKept', facts: { count: notes.length } })
  const items = [
    ...reflow(lines, layout).map(readParagraph),
    ...notes.map(({ label, text: note }) => ({ kind: 'note' as const, label, runs: [{ text: note }] })),
  ]
  return { items, pictures: [], warnings, leftOut: furniture.dropped }
}
