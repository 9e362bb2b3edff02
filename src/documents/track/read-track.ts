import type * as Y from 'yjs'
import type { CuePlace } from '#domain/cues/cue.ts'
import type { FrameRate } from '#domain/cues/frame-rate.ts'
import { byTime, type CueLeftovers, type Track, type TrackCue } from '#domain/cues/track.ts'
import { readTextRuns } from '../text-runs.ts'
import {
  aboutTrack,
  type CueRest,
  cueText,
  cueValues,
  fileKey,
  hasCueText,
  leftoverMap,
} from './track-roots.ts'
import { isCueRest, isFileLeftovers, isSeen, isTexts } from './track-shapes.ts'

/** All that a track's document says; asking changes nothing. Values of a wrong type read as unset. */
export function readTrack(doc: Y.Doc): Track {
  return { ...readAbout(doc), cues: readCues(doc), leftovers: readLeftovers(doc), file: readFile(doc) }
}

/** What a track is of, without its cues. */
export function readAbout(doc: Y.Doc): Pick<Track, 'clip' | 'language' | 'source' | 'frameRate'> {
  const about = aboutTrack(doc)
  return {
    clip: about.get('clip') ?? '',
    language: about.get('language') ?? '',
    source: about.get('source') ?? '',
    frameRate: rateOf(about.get('rate') ?? ''),
  }
}

function readCues(doc: Y.Doc): readonly TrackCue[] {
  const ids = cueIds(doc)
  return ids.flatMap((id) => readCue(doc, id) ?? []).sort(byTime)
}

/** The cues that a document knows, gone or not. */
export function cueIds(doc: Y.Doc): readonly string[] {
  const ids = new Set<string>()
  for (const key of cueValues(doc).keys()) {
    if (key.endsWith('/start')) ids.add(key.slice(0, -'/start'.length))
  }
  return [...ids]
}

/** One cue as it shows: undefined when it is gone, or unknown. A deleted cue in which somebody typed shows. */
export function readCue(doc: Y.Doc, id: string): TrackCue | undefined {
  const values = cueValues(doc)
  const start = values.get(`${id}/start`)
  if (typeof start !== 'number') return undefined
  const runs = hasCueText(doc, id) ? readTextRuns(cueText(doc, id)) : []
  const gone = values.get(`${id}/gone`) === true
  if (gone && runs.length === 0) return undefined
  const [end, place] = [values.get(`${id}/end`), values.get(`${id}/place`)]
  const [sources, seen] = [values.get(`${id}/sources`), values.get(`${id}/seen`)]
  return {
    id,
    start,
    end: typeof end === 'number' ? end : start,
    place: isPlace(place) ? place : 2,
    runs,
    sources: isTexts(sources) ? sources : [],
    seen: isSeen(seen) ? seen : [],
    returned: gone,
  }
}

function readLeftovers(doc: Y.Doc): ReadonlyMap<string, CueLeftovers> {
  const found = new Map<string, CueLeftovers>()
  for (const [id, rest] of leftoverMap(doc)) {
    if (isCueRest(rest)) found.set(id, { name: rest.name, settings: rest.settings, parts: rest.parts })
  }
  return found
}

function readFile(doc: Y.Doc): Track['file'] {
  const file = leftoverMap(doc).get(fileKey)
  return isFileLeftovers(file) ? file : null
}

/** What a file held of a cue as it stood there; undefined for a cue that came from no file. */
export function readRest(doc: Y.Doc, id: string): CueRest | undefined {
  const rest = leftoverMap(doc).get(id)
  return isCueRest(rest) ? rest : undefined
}

function isPlace(value: unknown): value is CuePlace {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9
}

function rateOf(written: string): FrameRate | null {
  const [, numerator, denominator] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(written) ?? []
  return numerator && denominator ? { numerator: Number(numerator), denominator: Number(denominator) } : null
}
