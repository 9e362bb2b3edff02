import type {
  ImportedItem,
  ImportedParagraph,
  ImportedPicture,
  ImportedRun,
  ImportWarningCode,
} from '#domain/imported-text.ts'
import type { Look } from './inline-look.ts'
import type { NoteAnchor } from './note-anchors.ts'

/** Where in the page the reader stands. */
export type Place = Readonly<{
  look: Look
  shape: Omit<ImportedParagraph, 'kind' | 'runs'>
  /** Spaces and line breaks count (`pre`). */
  preformatted: boolean
  /** Lists around this place. */
  listDepth: number
  depth: number
}>

/** What grows while a page is read. */
export type PageReading = {
  items: ImportedItem[]
  readonly pictures: ImportedPicture[]
  readonly counts: Map<ImportWarningCode, number>
  /** `note` is the label of the footnote that the paragraph is. */
  open: { runs: ImportedRun[]; shape: Place['shape']; note?: string } | undefined
}

export function count(reading: PageReading, code: ImportWarningCode): void {
  reading.counts.set(code, (reading.counts.get(code) ?? 0) + 1)
}

function lastCharacter(runs: readonly ImportedRun[]): string {
  return runs.at(-1)?.text.at(-1) ?? '\n'
}

/** Adds text as a page shows it: white space collapses, and none stands at a line's start. */
export function addText(reading: PageReading, text: string, place: Place): void {
  reading.open ??= { runs: [], shape: place.shape }
  const { runs } = reading.open
  if (place.preformatted) {
    runs.push({ ...place.look, text })
    return
  }
  const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
  const kept = /[ \n]$/.test(lastCharacter(runs)) ? collapsed.replace(/^ /, '') : collapsed
  if (kept !== '') runs.push({ ...place.look, text: kept })
}

/** One `br` breaks the line, two in a row the paragraph. */
export function addBreak(reading: PageReading, place: Place): void {
  const { open } = reading
  if (!open) return
  if (open.runs.at(-1)?.text === '\n') {
    open.runs.pop()
    closeParagraph(reading)
    return
  }
  open.runs.push({ ...place.look, text: '\n' })
}

export function closeParagraph(reading: PageReading): void {
  const { open } = reading
  reading.open = undefined
  if (!open || open.runs.every((run) => run.text.trim() === '')) return
  if (open.note === undefined) reading.items.push({ kind: 'paragraph', ...open.shape, runs: open.runs })
  else {
    count(reading, 'notesKept')
    reading.items.push({ kind: 'note', label: open.note, runs: open.runs })
  }
}

/** A footnote's marker becomes text; the anchor before a note makes a note of its paragraph. */
export function addNoteAnchor(reading: PageReading, anchor: NoteAnchor, place: Place): void {
  if (anchor.kind === 'marker') addText(reading, `[${anchor.label}]`, place)
  else reading.open = { runs: [], shape: place.shape, ...reading.open, note: anchor.label }
}
