import type { ReadSubtitles, SubtitleFile } from '#domain/cues/subtitle-file.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import type { SubtitleGrammar } from '../subtitles/grammar.ts'
import { readEntries } from '../subtitles/read-entries.ts'
import { writeEntries } from '../subtitles/write-entries.ts'
import { placeInSettings, readSettings } from './webvtt-settings.ts'
import { readWebVttText, writeWebVttText } from './webvtt-text.ts'

const clock = '(?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}'
const signature = /^WEBVTT(?:[ \t]|$)/
const blocks = [
  [/^NOTE(?:[ \t]|$)/, 'note'],
  [/^STYLE[ \t]*$/, 'style'],
  [/^REGION[ \t]*$/, 'region'],
] as const

const webVtt: SubtitleGrammar = {
  format: 'webvtt',
  named: true,
  usualTimes: new RegExp(`^${clock}[ \\t]+-->[ \\t]+${clock}(?:[ \\t]|$)`),
  block: /^(?:NOTE(?:[ \t]|$)|STYLE[ \t]*$|REGION[ \t]*$)/,
  blockKind: (line, first) => {
    if (first && signature.test(line)) return 'header'
    return blocks.find(([pattern]) => pattern.test(line))?.[1] ?? 'unread'
  },
  readText: (written, settings) => ({ ...readWebVttText(written), place: readSettings(settings).place }),
  writeTimes: ({ start, end, place }, settings) => {
    const times = `${writeTimecode(start, '.')} --> ${writeTimecode(end, '.')}`
    const placed = placeInSettings(settings, place)
    return placed === '' ? times : `${times} ${placed}`
  },
  writeText: ({ text }) => writeWebVttText(text),
}

/** Whether a text (without byte order mark) says of itself that it is WebVTT. */
export function isWebVtt(text: string): boolean {
  return /^WEBVTT(?:[ \t\r\n]|$)/.test(text)
}

/** Reads WebVTT (W3C) text without byte order mark, however damaged. */
export function readWebVtt(text: string): ReadSubtitles {
  const read = readEntries(text, webVtt)
  if (isWebVtt(text)) return read
  return { ...read, problems: [{ line: 1, code: 'signature-missing' }, ...read.problems] }
}

/** An untouched file gives the same text again. */
export function writeWebVtt(file: SubtitleFile): string {
  return writeEntries(file, webVtt)
}
