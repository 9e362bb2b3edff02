import type { FileLeftovers, SeenCue } from '#domain/cues/track.ts'
import type { CueRest } from './track-roots.ts'

type Fields = Readonly<Record<string, unknown>>

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

export function isSeen(value: unknown): value is readonly SeenCue[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item) =>
        isFields(item) &&
        [item['cue'], item['text']].every((text) => typeof text === 'string') &&
        [item['start'], item['end']].every((time) => typeof time === 'number'),
    )
  )
}

export function isCueRest(value: unknown): value is CueRest {
  return (
    isFields(value) &&
    typeof value['name'] === 'string' &&
    typeof value['settings'] === 'string' &&
    typeof value['order'] === 'number' &&
    isParts(value['parts']) &&
    isHeld(value['held'])
  )
}

export function isFileLeftovers(value: unknown): value is FileLeftovers {
  if (!isFields(value) || !['srt', 'webvtt'].some((name) => name === value['format'])) return false
  const { kept, lineEnd } = value
  return ['\n', '\r\n', '\r'].some((end) => end === lineEnd) && Array.isArray(kept) && kept.every(isKept)
}

function isKept(value: unknown): boolean {
  return isFields(value) && typeof value['raw'] === 'string' && typeof value['kind'] === 'string'
}

function isHeld(value: unknown): boolean {
  if (!isFields(value) || !isFields(value['cue']) || !isParts(value['cue']['text'])) return false
  return ['head', 'times', 'lead', 'text', 'rest'].every((name) => typeof value[name] === 'string')
}

function isParts(value: unknown): boolean {
  return Array.isArray(value) && value.every((part) => isFields(part) && Array.isArray(part['marks']))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
