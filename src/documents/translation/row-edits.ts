import type * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import { occurrenceId, placeId, type Segment } from '#domain/segments/segments.ts'
import type { AddedRow, AlignedRow, SentenceRow } from '#domain/translation/aligned-rows.ts'
import {
  type Former,
  isAside,
  isEmptyText,
  type Merge,
  type TargetText,
} from '#domain/translation/target-texts.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import {
  addSentence,
  changeTarget,
  confirmTarget,
  createTarget,
  mergeOccurrences,
  type NotedPlace,
  notePlaces,
  setAside,
  unmergeOccurrences,
} from './edit-translation.ts'
import { readTargetRuns, writeTargetRuns } from './target-runs.ts'
import { addedTextId } from './translation-roots.ts'

/** Who edits, when, and an id that nobody had before. */
export type Editor = Readonly<{ by: string; at: number; fresh: () => string }>

/**
 * Writes a row's target: does to it what turned `before` (what the writer saw) into `target`. The first touch of an
 * empty or stale row begins a text; rivals must be picked from first. Answers the id of the text.
 */
export function writeRow(
  doc: Y.Doc,
  view: TranslationView,
  row: AlignedRow,
  change: Readonly<{ before: readonly Run[]; target: readonly Run[] }>,
  editor: Editor,
): string {
  if (row.kind === 'added') {
    const id = addedTextId(row.text.id)
    changeTarget(doc, id, change.before, change.target)
    return id
  }
  if (row.text) {
    // who goes on with a text that was set aside takes it up again
    if (isAside(row.text)) setAside(doc, row.text.id, null)
    notePlaces(doc, row.text.id, placesFor(view, row))
    changeTarget(doc, row.text.id, change.before, change.target)
    return row.text.id
  }
  const id = emptyTextFor(view, row)?.id ?? beginText(doc, view, row, editor)
  notePlaces(doc, id, placesFor(view, row))
  writeTargetRuns(doc, id, change.target)
  return id
}

/**
 * Writes a target whose row has just gone because the source changed: the words are kept as what stood there, and are
 * offered where the sentence's successor is. `source` is the sentence as the writer saw it.
 */
export function writeGone(
  doc: Y.Doc,
  { content }: TranslationView,
  gone: Readonly<{ key: string; place: string; source: CodedText }>,
  change: Readonly<{ before: readonly Run[]; target: readonly Run[] }>,
  editor: Editor,
): string {
  const { key, place, source } = gone
  const known = content.texts.find((text) => text.key === key && text.own === null && !isAside(text))
  const id = known?.id ?? `${key}/${editor.fresh()}`
  if (!known) {
    const { by, at } = editor
    createTarget(doc, { id, source, own: null, from: [], by, at })
    notePlaces(doc, id, [{ place, neighbours: { before: '', behind: '' } }])
  }
  if (known && !isEmptyText(known)) changeTarget(doc, id, change.before, change.target)
  else writeTargetRuns(doc, id, change.target)
  return id
}

/** Confirms a row's text as long as its words have this hash. */
export function confirmRow(doc: Y.Doc, text: string, hash: string, { by, at }: Editor): void {
  confirmTarget(doc, text, { hash, by, at })
}

function beginText(doc: Y.Doc, view: TranslationView, row: SentenceRow, editor: Editor): string {
  const { key, source, place } = row.source.segment
  const id = `${key}/${editor.fresh()}`
  const own = row.separated ? placeId(place) : null
  const from = row.offers.slice(0, 1).map(({ text }) => formerOf(text))
  createTarget(doc, { id, source, own, from, by: editor.by, at: editor.at })
  notePlaces(doc, id, placesFor(view, row))
  return id
}

function formerOf({ id, hash }: TargetText): Former {
  return { id, hash }
}

/** A text that was begun for the row and emptied again is gone on with: two begun are two rivals. */
function emptyTextFor({ content }: TranslationView, row: SentenceRow): TargetText | undefined {
  const { key, place } = row.source.segment
  const own = row.separated ? placeId(place) : null
  return content.texts.find((text) => text.key === key && text.own === own && isEmptyText(text))
}

/** Where a row's text stands: all occurrences of its sentence, or its own alone. */
function placesFor({ rows }: TranslationView, row: SentenceRow): readonly NotedPlace[] {
  if (row.separated) return [placeOf(row)]
  const { key } = row.source.segment
  return rows.flatMap((other) =>
    other.kind === 'sentence' && other.source.segment.key === key && !other.separated ? [placeOf(other)] : [],
  )
}

function placeOf({ source }: SentenceRow): NotedPlace {
  return { place: placeId(source.segment.place), neighbours: source.neighbours }
}

/**
 * Notes where texts stand by now: a sentence that moved and is changed there later is still found. To be called with
 * an edit, never for a look.
 */
export function noteStanding(doc: Y.Doc, { rows }: TranslationView): void {
  for (const row of rows) {
    if (row.kind === 'sentence' && row.text) notePlaces(doc, row.text.id, [placeOf(row)])
  }
}

/** Gives one occurrence a text of its own that begins as the shared one. Nothing to do without one. */
export function separateRow(doc: Y.Doc, row: SentenceRow, editor: Editor): void {
  const { text } = row
  if (!text || row.separated) return
  const { key, source, place } = row.source.segment
  const id = `${key}/${editor.fresh()}`
  const { by, at } = editor
  createTarget(doc, { id, source, own: placeId(place), from: [formerOf(text)], by, at })
  notePlaces(doc, id, [placeOf(row)])
  writeTargetRuns(doc, id, text.runs)
}

/** Sets the occurrence's own texts aside, so that the shared one stands for it again. */
export function shareRow(doc: Y.Doc, { content }: TranslationView, row: SentenceRow): void {
  const { key, place } = row.source.segment
  for (const text of content.texts) {
    if (text.key === key && text.own === placeId(place)) setAside(doc, text.id, text.hash)
  }
}

/** Of a row's rivals one stays. */
export function pickVariant(
  doc: Y.Doc,
  { content }: TranslationView,
  row: SentenceRow,
  chosen: string,
): void {
  const rivals = content.texts.filter(
    (text) => text.key === row.source.segment.key && text.own === ownOf(row),
  )
  for (const text of rivals) {
    if (text.id === chosen) {
      if (isAside(text)) setAside(doc, text.id, null)
    } else if (!isEmptyText(text)) setAside(doc, text.id, text.hash)
  }
}

function ownOf(row: SentenceRow): string | null {
  return row.separated ? placeId(row.source.segment.place) : null
}

/** The merge that makes one row of this row and the next; undefined where there is none to merge with. */
export function mergeWithNext({ rows }: TranslationView, row: SentenceRow): Merge | undefined {
  const sentences = rows.filter((other) => other.kind === 'sentence')
  const next = sentences[sentences.findIndex(({ id }) => id === row.id) + 1]
  const first = row.source.members.at(-1)
  const second = next?.source.members[0]
  if (!first || !second || first.place.field !== 'text' || second.place.field !== 'text') return undefined
  return {
    first: occurrenceId(first),
    second: occurrenceId(second),
    firstWords: plainText(first.source),
    secondWords: plainText(second.source),
  }
}

/**
 * Merges two rows; what was written for them begins the text of the merged row. `viewAgain` looks at the document
 * after the merge.
 */
export function mergeRows(
  doc: Y.Doc,
  merge: Merge,
  texts: readonly TargetText[],
  viewAgain: () => TranslationView,
  space: string,
  editor: Editor,
): void {
  mergeOccurrences(doc, merge)
  const view = viewAgain()
  const row = view.rows.find((other) => other.kind === 'sentence' && holds(other, merge.first))
  if (row?.kind !== 'sentence' || row.text || texts.length === 0) return
  const runs = texts.flatMap((text, index): readonly Run[] =>
    index === 0 || space === '' ? text.runs : [{ text: space, marks: {} }, ...text.runs],
  )
  const { key, source } = row.source.segment
  const id = `${key}/${editor.fresh()}`
  const from = texts.map(formerOf)
  createTarget(doc, { id, source, own: null, from, by: editor.by, at: editor.at })
  notePlaces(doc, id, [placeOf(row)])
  writeTargetRuns(doc, id, runs)
}

function holds(row: SentenceRow, occurrence: string): boolean {
  return row.source.members.some((member) => occurrenceId(member) === occurrence)
}

/** Takes a merged row's sentences apart again. */
export function unmergeRow(doc: Y.Doc, { content }: TranslationView, row: SentenceRow): void {
  const { members } = row.source
  const pairs = members.slice(1).map((second, index) => [members[index], second] as const)
  for (const merge of content.merges) {
    if (pairs.some(([first, second]) => isMergeOf(merge, first, second))) unmergeOccurrences(doc, merge)
  }
}

function isMergeOf(merge: Merge, first: Segment | undefined, second: Segment): boolean {
  return (first !== undefined && merge.first === occurrenceId(first)) || merge.second === occurrenceId(second)
}

/** A new sentence behind a row. */
export function addBehind(
  doc: Y.Doc,
  view: TranslationView,
  row: AlignedRow,
  id: string,
  { by, at }: Editor,
): void {
  const after = row.kind === 'added' ? row.text.after : anchorOf(view, row)
  addSentence(doc, { id, after, by, at })
}

function anchorOf({ rows }: TranslationView, row: SentenceRow): AddedRow['text']['after'] {
  const { block, field } = row.source.segment.place
  const inField = rows.filter(
    (other) =>
      other.kind === 'sentence' &&
      other.source.segment.place.block === block &&
      other.source.segment.place.field === field,
  )
  return { occurrence: row.id, block, field, index: inField.findIndex(({ id }) => id === row.id) }
}

/** Takes an added sentence out, unless somebody goes on writing it. */
export function removeAdded(doc: Y.Doc, { text }: AddedRow): void {
  setAside(doc, addedTextId(text.id), text.hash)
}

/** What a row's text says now. */
export function rowRuns(doc: Y.Doc, text: string): readonly Run[] {
  return readTargetRuns(doc, text)
}
