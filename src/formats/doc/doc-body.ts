import type { ImportedItem, ImportedParagraph } from '#domain/imported-text.ts'
import { flattenRow } from '../table-rows.ts'
import { addStretch } from './characters.ts'
import type { ParagraphLook } from './properties.ts'
import { count, type DocReading } from './reading.ts'
import { paragraphAt, splitByLook, type WordSources } from './sources.ts'
import { readStretches, type StoredParagraph, splitParagraphs } from './stretches.ts'
import type { WordStyle } from './style-sheet.ts'

function listPlace(sources: WordSources, look: ParagraphLook): ImportedParagraph['list'] {
  const format = look.list === 0 ? 'none' : sources.listFormat(look.list, look.level)
  return format === 'none' ? null : { ordered: format === 'ordered', level: look.level }
}

function shapeOf(
  sources: WordSources,
  style: WordStyle,
  look: ParagraphLook,
): Omit<ImportedParagraph, 'runs'> {
  const role = style.role === 'body' && look.outline < 9 ? 'heading' : style.role
  const align = look.alignment === 1 ? 'centre' : look.alignment === 2 ? 'end' : 'start'
  return { kind: 'paragraph', role, align, list: role === 'body' ? listPlace(sources, look) : null }
}

function readParagraph(reading: DocReading, paragraph: StoredParagraph): ParagraphLook {
  const { style, look } = paragraphAt(reading.sources, paragraph.mark)
  const shape = shapeOf(reading.sources, style, look)
  const flush = () => {
    if (reading.runs.length > 0) reading.items.push({ ...shape, runs: reading.runs })
    reading.runs = []
  }
  for (const stretch of paragraph.stretches) {
    for (const part of splitByLook(reading.sources, stretch, style.characters))
      addStretch(reading, part, flush)
  }
  flush()
  return look
}

/** Reads the characters `from` up to `to`: paragraphs, and tables row by row. */
export function readRange(reading: DocReading, from: number, to: number): void {
  const { file, pieces } = reading.sources
  const paragraphs = splitParagraphs(readStretches(file, pieces, from, to))
  let cells: (readonly ImportedItem[])[] = []
  let cell: ImportedItem[] = []
  let wasInTable = false
  for (const paragraph of paragraphs) {
    const inside: DocReading = { ...reading, items: [], runs: [] }
    const look = readParagraph(inside, paragraph)
    if (!look.inTable) {
      reading.items.push(...cells.flat(), ...cell, ...inside.items)
      cells = []
      cell = []
    } else if (look.endsRow) {
      reading.items.push(...flattenRow(cells))
      cells = []
    } else {
      cell.push(...inside.items)
      if (paragraph.endsCell) {
        cells.push(cell)
        cell = []
      }
    }
    if (look.inTable && !wasInTable) count(reading, 'tablesFlattened')
    wasInTable = look.inTable
  }
  reading.items.push(...cells.flat(), ...cell)
}
