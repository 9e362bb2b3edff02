import type * as Y from 'yjs'
import type { Cue } from '#domain/cues/cue.ts'
import { holdsMore, partsOfRuns, runsOfParts } from '#domain/cues/cue-text.ts'
import { type CueEntry, cueEntries, type KeptEntry, type SubtitleFile } from '#domain/cues/subtitle-file.ts'
import type { FileLeftovers, Track, TrackCue } from '#domain/cues/track.ts'
import { addCue, removeCues } from './edit-track.ts'
import { readRest, readTrack } from './read-track.ts'
import { fileKey, leftoverMap } from './track-roots.ts'

type Entry = CueEntry | KeptEntry

/**
 * Puts the cues of a file in the place of those that are there. `nameOf` makes an id for the cue at an index. All that
 * the file holds beside is kept, so that it can be written again as it was.
 */
export function takeFile(doc: Y.Doc, file: SubtitleFile, nameOf: (index: number) => string): void {
  doc.transact(() => {
    removeCues(
      doc,
      readTrack(doc).cues.map(({ id }) => id),
    )
    const leftovers = leftoverMap(doc)
    for (const key of [...leftovers.keys()]) leftovers.delete(key)
    const ids = new Map(cueEntries(file).map((entry, index) => [entry, nameOf(index)]))
    for (const [order, [entry, id]] of [...ids].entries()) takeCue(doc, entry, id, order)
    leftovers.set(fileKey, fileLeftovers(file, ids))
  })
}

function takeCue(doc: Y.Doc, { cue, settings, held }: CueEntry, id: string, order: number): void {
  const { start, end, place, text } = cue
  addCue(doc, { id, start, end, place, runs: runsOfParts(text) })
  if (held) leftoverMap(doc).set(id, { name: cue.id, settings, parts: text, held, order })
}

function fileLeftovers(
  { format, lineEnd, entries }: SubtitleFile,
  ids: ReadonlyMap<CueEntry, string>,
): FileLeftovers {
  const kept: FileLeftovers['kept'][number][] = []
  let before: string | null = null
  for (const entry of entries.toReversed()) {
    if (entry.kind === 'cue') before = ids.get(entry) ?? null
    else kept.unshift({ kind: entry.kind, raw: entry.raw, before })
  }
  return { format, lineEnd, kept }
}

/**
 * A track as a file in the format it came in (SRT where it came from none): an untouched cue is as it was read, and what
 * stood before a cue that is gone stands before the next one.
 */
export function fileOfTrack(doc: Y.Doc): SubtitleFile {
  const read = readTrack(doc)
  const changed = isChanged(doc, read)
  const track = changed ? read : { ...read, cues: inFileOrder(doc, read.cues) }
  const { format, lineEnd, kept } = track.file ?? { format: 'srt', lineEnd: '\n', kept: [] }
  const head = kept[0]?.kind === 'header' ? kept.filter(({ before }) => before === kept[0]?.before) : []
  const places = Map.groupBy(
    kept.filter((entry) => !head.includes(entry)),
    ({ before }) => standingCue(doc, track, before),
  )
  const keptAt = (cue: string | null) => (places.get(cue) ?? []).map(keptEntry)
  const entries: readonly Entry[] = [
    ...head.map(keptEntry),
    ...track.cues.flatMap((cue) => [...keptAt(cue.id), cueEntry(doc, cue)]),
    ...keptAt(null),
  ]
  const counts = format === 'srt' && changed
  return { format, lineEnd, entries: counts ? numbered(entries) : entries }
}

/** The cue that is where a cue of the file was: itself, or the next one where it is gone. */
function standingCue(doc: Y.Doc, { cues }: Track, before: string | null): string | null {
  if (before === null || cues.some(({ id }) => id === before)) return before
  const start = readRest(doc, before)?.held.cue.start ?? Number.POSITIVE_INFINITY
  return cues.find((cue) => cue.start >= start)?.id ?? null
}

function keptEntry({ kind, raw }: FileLeftovers['kept'][number]): KeptEntry {
  return { kind, line: 0, raw }
}

function cueEntry(doc: Y.Doc, cue: TrackCue): CueEntry {
  const rest = readRest(doc, cue.id)
  const { start, end, place } = cue
  const now: Cue = {
    id: rest?.name ?? '',
    start,
    end,
    place,
    text: partsOfRuns(cue.runs, rest?.parts ?? []),
  }
  if (!rest) return { kind: 'cue', line: 0, cue: now, settings: '', held: null }
  const { held, settings } = rest
  return { kind: 'cue', line: 0, cue: sameCue(now, held.cue) ? held.cue : now, settings, held }
}

function sameCue(left: Cue, right: Cue): boolean {
  const words = (cue: Cue) => JSON.stringify(runsOfParts(cue.text))
  return (
    left.start === right.start &&
    left.end === right.end &&
    left.place === right.place &&
    words(left) === words(right) &&
    holdsMore(left.text) === holdsMore(right.text)
  )
}

/** Cues came, went or moved since the file was read. */
function isChanged(doc: Y.Doc, { cues, leftovers }: Track): boolean {
  if (cues.length !== leftovers.size) return true
  return cues.some((cue) => readRest(doc, cue.id)?.held.cue.start !== cue.start)
}

function inFileOrder(doc: Y.Doc, cues: readonly TrackCue[]): readonly TrackCue[] {
  const order = (cue: TrackCue) => readRest(doc, cue.id)?.order ?? 0
  return cues.toSorted((left, right) => order(left) - order(right))
}

/** Counts anew, unless the file has names of its own. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const ids = entries.flatMap((entry) => (entry.kind === 'cue' ? [entry.cue.id] : []))
  if (!ids.every((id) => /^\d*$/.test(id))) return entries
  let number = 0
  return entries.map((entry) => {
    if (entry.kind !== 'cue') return entry
    number += 1
    return { ...entry, cue: { ...entry.cue, id: String(number) } }
  })
}
