import { asBeside, type ImportedParagraph } from '#domain/imported-text.ts'
import { count, type OpenParagraph, type Reading } from './reading.ts'
import type { RunProperties } from './run-properties.ts'
import { readRun } from './runs.ts'
import { type ParagraphProperties, readParagraphProperties } from './styles.ts'
import { readTable } from './tables.ts'
import { childElements, childNamed, type XmlElement } from './xml-tree.ts'

function listPlace(reading: Reading, properties: ParagraphProperties): ImportedParagraph['list'] {
  const { numbering, level = 0 } = properties
  if (numbering === undefined || numbering === '0') return null
  const format = reading.sources.numbering.get(numbering)?.get(level)
  if (format === undefined || format === 'none') return null
  return { ordered: format === 'ordered', level }
}

function readShape(
  reading: Reading,
  element: XmlElement,
): Readonly<{ shape: OpenParagraph['shape']; run: RunProperties }> {
  const { styles } = reading.sources
  const written = childNamed(element, 'pPr')
  const named = childNamed(written, 'pStyle')?.attributes['val']
  const style = (named === undefined ? undefined : styles.byId.get(named)) ?? styles.normal
  const properties = { ...style.paragraph, ...readParagraphProperties(written) }
  const { role = 'body', align = 'start' } = properties
  const list = role === 'body' ? listPlace(reading, properties) : null
  return {
    shape: { kind: 'paragraph', role, align, list },
    run: { ...styles.defaults, ...style.run },
  }
}

const addressOf = (reading: Reading, hyperlink: XmlElement): string | undefined => {
  const relationship = reading.sources.relationships.get(hyperlink.attributes['id'] ?? '')
  return relationship?.external ? relationship.target : undefined
}

function readParagraph(reading: Reading, element: XmlElement): void {
  const { shape, run } = readShape(reading, element)
  const paragraph: OpenParagraph = { shape, runs: [], after: [] }
  const flush = () => {
    if (paragraph.runs.length > 0) reading.items.push({ ...shape, runs: paragraph.runs })
    paragraph.runs = []
  }
  readInline(reading, paragraph, element, run, undefined, flush)
  flush()
  const written = reading.items.length
  for (const box of paragraph.after) readBlocks(reading, box)
  reading.items.push(...reading.items.splice(written).map(asBeside))
}

/** Containers that are looked into as if they were not there. */
const transparent = new Set([
  'smartTag',
  'sdt',
  'sdtContent',
  'customXml',
  'fldSimple',
  'dir',
  'bdo',
  'Choice',
  'AlternateContent',
])
const inserted = new Set(['ins', 'moveTo'])
const deleted = new Set(['del', 'moveFrom'])

function readInline(
  reading: Reading,
  paragraph: OpenParagraph,
  parent: XmlElement,
  run: RunProperties,
  link: string | undefined,
  flush: () => void,
): void {
  for (const child of childElements(parent)) {
    if (child.name === 'r') readRun(reading, paragraph, child, run, link, flush)
    else if (child.name === 'hyperlink')
      readInline(reading, paragraph, child, run, addressOf(reading, child), flush)
    else if (transparent.has(child.name)) readInline(reading, paragraph, child, run, link, flush)
    else if (inserted.has(child.name)) {
      count(reading, 'trackedChangesAccepted')
      readInline(reading, paragraph, child, run, link, flush)
    } else if (deleted.has(child.name)) count(reading, 'trackedChangesAccepted')
  }
}

/** Reads a body, a cell, a text box or a note: paragraphs and tables in order. */
export function readBlocks(reading: Reading, parent: XmlElement): void {
  for (const child of childElements(parent)) {
    if (child.name === 'p') readParagraph(reading, child)
    else if (child.name === 'tbl') {
      count(reading, 'tablesFlattened')
      readTable(reading, child, readBlocks)
    } else if (transparent.has(child.name) || inserted.has(child.name)) readBlocks(reading, child)
  }
}
