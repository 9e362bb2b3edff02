import * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { sliceRuns } from '#domain/blocks.ts'
import type { CuePlace } from '#domain/cues/cue.ts'
import type { FrameRate } from '#domain/cues/frame-rate.ts'
import { byTime, cueWords, hasWords, type SeenCue, type TrackCue } from '#domain/cues/track.ts'
import { runsText } from '../runs.ts'
import { readTextRuns, writeTextRuns } from '../text-runs.ts'
import { mergeRuns3 } from '../three-way.ts'
import { readCue } from './read-track.ts'
import { aboutTrack, type CueValue, cueText, cueValues } from './track-roots.ts'

export type TrackStart = Readonly<{
  clip: string
  language: string
  frameRate: FrameRate | null
  /** The language of the track it is made from; '' for none. */
  source: string
}>

/** A fresh document of a track as one Yjs update (v1). Two machines may both make it: the two are one. */
export function trackUpdate(start: TrackStart, fill: (doc: Y.Doc) => void = () => undefined): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    beginTrack(doc, start)
    fill(doc)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

export function beginTrack(doc: Y.Doc, { clip, language, frameRate, source }: TrackStart): void {
  const about = aboutTrack(doc)
  about.set('clip', clip)
  about.set('language', language)
  if (source !== '') about.set('source', source)
  if (frameRate) about.set('rate', `${frameRate.numerator}/${frameRate.denominator}`)
}

export type NewCue = Readonly<{
  id: string
  start: number
  end: number
  runs?: readonly Run[]
  place?: CuePlace
  sources?: readonly string[]
  seen?: readonly SeenCue[]
}>

/** Adds a cue; times are whole milliseconds. One that is there stays as it is. */
export function addCue(
  doc: Y.Doc,
  { id, start, end, runs = [], place = 2, sources = [], seen = [] }: NewCue,
): void {
  doc.transact(() => {
    if (cueValues(doc).has(`${id}/start`)) return
    set(doc, id, 'start', whole(start))
    set(doc, id, 'end', whole(end))
    if (place !== 2) set(doc, id, 'place', place)
    if (sources.length > 0) set(doc, id, 'sources', [...sources])
    if (seen.length > 0) set(doc, id, 'seen', [...seen])
    if (runs.length > 0) writeTextRuns(cueText(doc, id), runs)
  })
}

/** Deletes cues. What somebody else types in one at the same time shows again. */
export function removeCues(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) {
      if (!readCue(doc, id)) continue
      writeTextRuns(cueText(doc, id), [])
      set(doc, id, 'gone', true)
    }
  })
}

export type CueTimes = Readonly<{ id: string; start: number; end: number }>

/** Only the side that changes is written: another machine may move the other one. */
export function setTimes(doc: Y.Doc, times: readonly CueTimes[]): void {
  doc.transact(() => {
    for (const { id, start, end } of times) {
      if (!cueValues(doc).has(`${id}/start`)) continue
      set(doc, id, 'start', whole(start))
      set(doc, id, 'end', whole(end))
    }
  })
}

export function setPlace(doc: Y.Doc, id: string, place: CuePlace): void {
  doc.transact(() => set(doc, id, 'place', place))
}

/**
 * Does to a cue's words what turned `before` into `after`; what others wrote meanwhile stays. A deleted cue that
 * somebody goes on writing is a cue like any other. `caret` is where the caret stands in `after`.
 */
export function changeCueText(
  doc: Y.Doc,
  id: string,
  before: readonly Run[],
  after: readonly Run[],
  caret?: number,
): void {
  doc.transact(() => {
    const text = cueText(doc, id)
    const now = readTextRuns(text)
    const same = runsText(now) === runsText(before)
    keep(doc, id)
    writeTextRuns(text, same ? after : mergeRuns3(before, after, now), same ? caret : undefined)
  })
}

/** The cues of the source that a cue says, and what they are just now. */
export function linkCue(doc: Y.Doc, id: string, sources: readonly string[], seen: readonly SeenCue[]): void {
  doc.transact(() => {
    set(doc, id, 'sources', [...sources])
    set(doc, id, 'seen', [...seen])
  })
}

export type CueSplit = Readonly<{ id: string; fresh: string; offset: number; at: number }>

/**
 * Cuts a cue in two: the words from `offset` on (UTF-16) are the new cue `fresh`, which begins at `at` milliseconds.
 * Both say the same cues of the source.
 */
export function splitCue(doc: Y.Doc, { id, fresh, offset, at }: CueSplit): void {
  doc.transact(() => {
    const cue = readCue(doc, id)
    if (!cue) return
    const length = cueWords(cue).length
    const first = trimEnd(sliceRuns(cue.runs, 0, offset))
    const second = trimStart(sliceRuns(cue.runs, offset, length))
    const middle = Math.min(Math.max(whole(at), cue.start), cue.end)
    const { end, place, sources, seen } = cue
    writeTextRuns(cueText(doc, id), first)
    set(doc, id, 'end', middle)
    addCue(doc, { id: fresh, start: middle, end, runs: second, place, sources, seen })
  })
}

/** Joins cues into the earliest; `between` (a space, a line break) parts their words. The others are deleted. */
export function mergeCues(doc: Y.Doc, ids: readonly string[], between: string): void {
  doc.transact(() => {
    const cues = ids.flatMap((id) => readCue(doc, id) ?? []).sort(byTime)
    const [first, ...others] = cues
    if (!first || others.length === 0) return
    const said = cues.filter(hasWords)
    const runs = said.flatMap((cue, at) => [...(at > 0 ? [{ text: between, marks: {} }] : []), ...cue.runs])
    keep(doc, first.id)
    writeTextRuns(cueText(doc, first.id), runs)
    set(doc, first.id, 'end', Math.max(...cues.map(({ end }) => end)))
    const sources = [...new Set(cues.flatMap((cue) => cue.sources))]
    if (sources.length > 0) linkCue(doc, first.id, sources, cues.flatMap(({ seen }) => seen).filter(isFirst))
    removeCues(
      doc,
      others.map(({ id }) => id),
    )
  })
}

function isFirst(seen: SeenCue, at: number, all: readonly SeenCue[]): boolean {
  return all.findIndex(({ cue }) => cue === seen.cue) === at
}

/** Moves cues by whole milliseconds; none begins before the clip does. */
export function shiftCues(doc: Y.Doc, ids: readonly string[], by: number): void {
  const cues = ids.flatMap((id) => readCue(doc, id) ?? [])
  const least = Math.min(...cues.map(({ start }) => start))
  const step = Math.max(Math.round(by), -least)
  setTimes(
    doc,
    cues.map(({ id, start, end }) => ({ id, start: start + step, end: end + step })),
  )
}

/** Ends each cue `gap` milliseconds before the next one begins, but never later than `longest` after its start. */
export function extendToNext(
  doc: Y.Doc,
  cues: readonly TrackCue[],
  ids: readonly string[],
  gap: number,
  longest: number,
): void {
  const chosen = new Set(ids)
  const times = cues.flatMap((cue, at) => {
    const next = cues[at + 1]
    if (!chosen.has(cue.id) || !next) return []
    const end = Math.min(next.start - gap, cue.start + longest)
    return end > cue.start ? [{ id: cue.id, start: cue.start, end }] : []
  })
  setTimes(doc, times)
}

function keep(doc: Y.Doc, id: string): void {
  if (cueValues(doc).get(`${id}/gone`) === true) cueValues(doc).delete(`${id}/gone`)
}

function set(doc: Y.Doc, id: string, name: string, value: CueValue): void {
  const key = `${id}/${name}`
  const values = cueValues(doc)
  if (JSON.stringify(values.get(key)) !== JSON.stringify(value)) values.set(key, value)
}

function whole(at: number): number {
  return Math.max(0, Math.round(at))
}

function trimEnd(runs: readonly Run[]): readonly Run[] {
  const text = runsText(runs)
  return sliceRuns(runs, 0, text.trimEnd().length)
}

function trimStart(runs: readonly Run[]): readonly Run[] {
  const text = runsText(runs)
  return sliceRuns(runs, text.length - text.trimStart().length, text.length)
}
