import type { CueMark, CuePart, CuePlace } from './cue.ts'
import type { FrameRate } from './frame-rate.ts'
import type { SubtitleFormat } from './subtitle-file.ts'
import type { FileLeftovers, SeenCue } from './track.ts'

/** What a kept revision says of a cue beside its words, which are the block of the same id. */
export type NotedCue = Readonly<{
  id: string
  start: number
  end: number
  place: CuePlace
  sources: readonly string[]
  seen: readonly SeenCue[]
  name: string
  settings: string
  /** Pieces with marks and codes that a track does not model; none where the words say all. */
  parts: readonly CuePart[]
}>

/** The part of a track's article that says when its cues stand, and what they were made from. */
export type TrackNote = Readonly<{
  clip: string
  frameRate: FrameRate | null
  /** The track it was made from and the hash of that track's content then; null for one that stands by itself. */
  source: Readonly<{ language: string; revision: string }> | null
  cues: readonly NotedCue[]
  format: SubtitleFormat | null
  kept: FileLeftovers['kept']
}>

/** Its canonical form: what is empty or at its default is left out, texts are NFC. */
export function canonicalTrackNote({ clip, frameRate, source, cues, format, kept }: TrackNote): object {
  return {
    clip,
    cues: cues.map(canonicalCue),
    ...(frameRate ? { frameRate: [frameRate.numerator, frameRate.denominator] } : {}),
    ...(source ? { source } : {}),
    ...(format ? { format } : {}),
    ...(kept.length > 0 ? { kept: kept.map((each) => ({ ...each, raw: each.raw.normalize('NFC') })) } : {}),
  }
}

function canonicalCue({ id, start, end, place, sources, seen, name, settings, parts }: NotedCue): object {
  return {
    id,
    start,
    end,
    ...(place === 2 ? {} : { place }),
    ...(sources.length > 0 ? { sources } : {}),
    ...(seen.length > 0 ? { seen: seen.map((each) => ({ ...each, text: each.text.normalize('NFC') })) } : {}),
    ...(name === '' ? {} : { name: name.normalize('NFC') }),
    ...(settings === '' ? {} : { settings: settings.normalize('NFC') }),
    ...(parts.length > 0 ? { parts: parts.map(canonicalPart) } : {}),
  }
}

function canonicalPart(part: CuePart): CuePart {
  return part.kind === 'text' ? { ...part, text: part.text.normalize('NFC') } : part
}

/** Reads it back; undefined when it is not one. */
export function parseTrackNote(value: unknown): TrackNote | undefined {
  if (!isFields(value)) return undefined
  const { clip, cues, frameRate = null, source = null, format = null, kept = [] } = value
  if (typeof clip !== 'string' || !Array.isArray(cues) || !isSource(source) || !isFormat(format))
    return undefined
  if (!Array.isArray(kept) || !kept.every(isKept)) return undefined
  const read = cues.map(parseCue)
  const whole = read.filter((cue) => cue !== undefined)
  if (whole.length < read.length) return undefined
  return { clip, frameRate: parseRate(frameRate), source, cues: whole, format, kept }
}

function parseCue(value: unknown): NotedCue | undefined {
  if (!isFields(value)) return undefined
  const { id, start, end, place = 2, sources = [], seen = [], name = '', settings = '', parts = [] } = value
  if (typeof id !== 'string' || !isTime(start) || !isTime(end) || !isPlace(place)) return undefined
  if (typeof name !== 'string' || typeof settings !== 'string') return undefined
  if (!isTexts(sources) || !isList(seen, isSeen) || !isList(parts, isPart)) return undefined
  return { id, start, end, place, sources, seen, name, settings, parts }
}

function parseRate(value: unknown): FrameRate | null {
  if (!Array.isArray(value)) return null
  const [numerator, denominator] = value.map(Number)
  return isTime(numerator) && isTime(denominator) && denominator > 0 ? { numerator, denominator } : null
}

function isSource(value: unknown): value is TrackNote['source'] {
  if (value === null) return true
  return isFields(value) && typeof value['language'] === 'string' && typeof value['revision'] === 'string'
}

function isFormat(value: unknown): value is SubtitleFormat | null {
  return value === null || value === 'srt' || value === 'webvtt'
}

const keptKinds = ['blank', 'header', 'note', 'style', 'region', 'unread']

function isKept(value: unknown): value is TrackNote['kept'][number] {
  if (!isFields(value) || typeof value['raw'] !== 'string') return false
  const { before, kind } = value
  return (before === null || typeof before === 'string') && keptKinds.some((name) => name === kind)
}

function isSeen(value: unknown): value is SeenCue {
  if (!isFields(value)) return false
  const { cue, text, start, end } = value
  return typeof cue === 'string' && typeof text === 'string' && isTime(start) && isTime(end)
}

function isPart(value: unknown): value is CuePart {
  if (!isFields(value) || !isList(value['marks'], isMark)) return false
  if (value['kind'] === 'time') return typeof value['at'] === 'number'
  const text = value['kind'] === 'text' ? value['text'] : value['kind'] === 'code' ? value['code'] : undefined
  return typeof text === 'string'
}

const markKinds = ['bold', 'italic', 'underline', 'strike', 'ruby', 'rubyText']
const namedMarks = new Map([
  ['color', 'color'],
  ['font', 'attributes'],
  ['class', 'names'],
  ['voice', 'name'],
  ['language', 'tag'],
])

function isMark(value: unknown): value is CueMark {
  if (!isFields(value)) return false
  const kind = String(value['kind'])
  if (markKinds.includes(kind)) return true
  const field = namedMarks.get(kind)
  return field !== undefined && typeof value[field] === 'string'
}

function isPlace(value: unknown): value is CuePlace {
  return isTime(value) && value >= 1 && value <= 9
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isTexts(value: unknown): value is readonly string[] {
  return isList(value, (item) => typeof item === 'string')
}

function isList<Item>(value: unknown, is: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(is)
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
