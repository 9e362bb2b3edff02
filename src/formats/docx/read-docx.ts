import type { ImportedItem, ImportedRun, ImportedText, ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readBlocks } from './body.ts'
import { linesOfParts } from './left-out.ts'
import { readNumbering } from './numbering.ts'
import { type PackageParts, readPart, readRelationships, targetOf } from './package-parts.ts'
import { count, countedWarnings, type DocumentSources, type Reading, startReading } from './reading.ts'
import { readStyles } from './styles.ts'
import { childElements, childNamed, type XmlElement } from './xml-tree.ts'

type Notes = ReadonlyMap<string, XmlElement>

/** Separator notes are of a type; real ones have none. */
function readNotes(root: XmlElement | undefined, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  if (!root) return []
  return childElements(root)
    .filter((note) => note.name === kind && note.attributes['type'] === undefined)
    .map((note) => [`${kind}:${note.attributes['id']}`, note])
}

function gatherSources(parts: PackageParts, main: string): Result<DocumentSources, ReadFailure> {
  const relationships = readRelationships(parts, main)
  if (!relationships.ok) return relationships
  const roots: (XmlElement | undefined)[] = []
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes']) {
    const root = readPart(parts, targetOf(relationships.value, kind) ?? '')
    if (!root.ok) return root
    roots.push(root.value)
  }
  const [styles, numbering, footnotes, endnotes] = roots
  const notes: Notes = new Map([...readNotes(footnotes, 'footnote'), ...readNotes(endnotes, 'endnote')])
  return succeed({
    parts,
    relationships: relationships.value,
    styles: readStyles(styles),
    numbering: readNumbering(numbering),
    notes,
  })
}

function noteRuns(items: readonly ImportedItem[]): readonly ImportedRun[] {
  const paragraphs = items.filter((item) => item.kind === 'paragraph')
  return paragraphs.flatMap((item, index) => (index === 0 ? item.runs : [{ text: '\n' }, ...item.runs]))
}

/** Notes stand at the end, in the order of their markers; a note may itself refer to another. */
function appendNotes(reading: Reading): void {
  for (let index = 0; index < reading.noteKeys.length; index += 1) {
    const note = reading.sources.notes.get(reading.noteKeys[index] ?? '')
    if (!note) continue
    const inside: Reading = { ...reading, items: [] }
    readBlocks(inside, note)
    count(reading, 'notesKept')
    reading.items.push({ kind: 'note', label: String(index + 1), runs: noteRuns(inside.items) })
  }
}

/**
 * Reads a Word document (Office Open XML) from the parts of its zip. Tracked changes are read as accepted,
 * comments and hidden text are left out, text boxes follow their paragraph: each with a counted warning.
 */
export function readDocx(parts: PackageParts): Result<ImportedText, ReadFailure> {
  const packageRelations = readRelationships(parts, '')
  if (!packageRelations.ok) return packageRelations
  const main = targetOf(packageRelations.value, 'officeDocument') ?? 'word/document.xml'
  const document = readPart(parts, main)
  if (!document.ok) return document
  const body = childNamed(document.value, 'body')
  if (!body) return fail({ code: 'format-damaged', detail: `${main}: no body`, line: null })
  const sources = gatherSources(parts, main)
  if (!sources.ok) return sources
  const reading = startReading(sources.value)
  readBlocks(reading, body)
  appendNotes(reading)
  return succeed({
    items: reading.items,
    pictures: [...reading.pictures.values()],
    warnings: countedWarnings(reading.counts),
    leftOut: linesOfParts(body, parts),
  })
}
