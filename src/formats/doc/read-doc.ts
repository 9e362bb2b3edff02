import { asBeside, type ImportedItem, type ImportedText, type ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { dataView, openCompoundFile } from './compound-file.ts'
import { readRange } from './doc-body.ts'
import { count, type DocReading } from './reading.ts'
import { gatherSources, type WordSources } from './sources.ts'
import { readStretches } from './stretches.ts'
import { readWordFile, type TextLengths, tables, type WordFile } from './word-header.ts'

type NotePlace = Readonly<{ marker: number; from: number; to: number }>

function numbers(bytes: Uint8Array, count: number): readonly number[] {
  const view = dataView(bytes)
  return Array.from({ length: Math.max(0, count) }, (_, at) => view.getUint32(at * 4, true))
}

/** Where notes are referred to, and where their texts stand. */
function readNotePlaces(file: WordFile, markers: number, texts: number, start: number): readonly NotePlace[] {
  const marked = file.part(markers)
  const written = file.part(texts)
  const places = numbers(marked, Math.floor((marked.length - 4) / 6))
  const ends = numbers(written, Math.floor(written.length / 4))
  // A damaged table could send every note over the whole text: ranges must follow each other.
  let least = 0
  return places.map((marker, at) => {
    const from = Math.max(least, ends[at] ?? 0)
    least = Math.max(from, ends[at + 1] ?? 0)
    return { marker, from: start + from, to: start + least }
  })
}

function startsOf(
  lengths: TextLengths,
): Readonly<{ footnotes: number; endnotes: number; textBoxes: number }> {
  const footnotes = lengths.body
  const endnotes = footnotes + lengths.footnotes + lengths.headers + lengths.macros + lengths.comments
  return { footnotes, endnotes, textBoxes: endnotes + lengths.endnotes }
}

function allNotes(file: WordFile): readonly NotePlace[] {
  const starts = startsOf(file.lengths)
  const footnotes = readNotePlaces(file, tables.footnoteMarkers, tables.footnoteTexts, starts.footnotes)
  const endnotes = readNotePlaces(file, tables.endnoteMarkers, tables.endnoteTexts, starts.endnotes)
  return [...footnotes, ...endnotes].toSorted((left, right) => left.marker - right.marker)
}

function appendNotes(reading: DocReading, notes: readonly NotePlace[]): void {
  for (const [index, note] of notes.entries()) {
    const inside: DocReading = { ...reading, items: [] as ImportedItem[] }
    readRange(inside, note.from, note.to)
    const paragraphs = inside.items.filter((item) => item.kind === 'paragraph')
    const runs = paragraphs.flatMap((item, at) => (at === 0 ? item.runs : [{ text: '\n' }, ...item.runs]))
    reading.items.push({ kind: 'note', label: String(index + 1), runs })
    count(reading, 'notesKept')
  }
}

function appendTextBoxes(reading: DocReading): void {
  const { lengths } = reading.sources.file
  if (lengths.textBoxes === 0) return
  const { textBoxes } = startsOf(lengths)
  const inside: DocReading = { ...reading, items: [] as ImportedItem[] }
  readRange(inside, textBoxes, textBoxes + lengths.textBoxes)
  reading.items.push(...inside.items.map(asBeside))
  count(reading, 'textBoxesMoved')
}

/** Every line, headers, comments and deleted text included: for the stamp guard (SEC1). */
function everyLine({ file, pieces }: WordSources): readonly string[] {
  const stretches = readStretches(file, pieces, 0, Number.MAX_SAFE_INTEGER)
  const text = stretches.map((stretch) => stretch.text).join('')
  return text
    .replaceAll('\u0007', '\r')
    .split(/[\r\f\v]/)
    .filter((line) => line.trim() !== '')
}

function readSources(sources: WordSources): ImportedText {
  const notes = allNotes(sources.file)
  const reading: DocReading = {
    sources,
    items: [],
    pictures: [],
    counts: new Map(),
    fields: [],
    markers: new Map(notes.map((note, index) => [note.marker, String(index + 1)])),
    runs: [],
  }
  readRange(reading, 0, sources.file.lengths.body)
  appendTextBoxes(reading)
  appendNotes(reading, notes)
  const warnings = [...reading.counts].map(([code, times]) => ({ code, facts: { count: times } }))
  return { items: reading.items, pictures: reading.pictures, warnings, leftOut: everyLine(sources) }
}

/**
 * Reads a Word 97 to 2003 document with its marks, fonts, lists, tables, notes and inline pictures, after the
 * published structure of the format (MS-CFB, MS-DOC). Fonts matter: they tell TCVN3 and VNI text.
 */
export function readDoc(bytes: Uint8Array): Result<ImportedText, ReadFailure> {
  try {
    const file = readWordFile(openCompoundFile(bytes))
    if (!file) return fail({ code: 'format-damaged', detail: 'not Word 97 to 2003', line: null })
    return succeed(readSources(gatherSources(file)))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail({ code: 'format-damaged', detail: error.message, line: null })
  }
}
