import type { ReadSubtitles, SubtitleFile } from '#domain/cues/subtitle-file.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import type { SubtitleGrammar } from '../subtitles/grammar.ts'
import { readEntries } from '../subtitles/read-entries.ts'
import { writeEntries } from '../subtitles/write-entries.ts'
import { readSrtText, writeSrtText } from './srt-text.ts'

const clock = '\\d{2,}:[0-5]\\d:[0-5]\\d,\\d{3}'

const srt: SubtitleGrammar = {
  format: 'srt',
  named: false,
  usualTimes: new RegExp(`^${clock} --> ${clock}(?:\\s|$)`),
  block: undefined,
  blockKind: () => 'unread',
  readText: readSrtText,
  writeTimes: ({ start, end }, coordinates) => {
    const times = `${writeTimecode(start, ',')} --> ${writeTimecode(end, ',')}`
    return coordinates === '' ? times : `${times} ${coordinates}`
  },
  writeText: ({ text, place }) => writeSrtText(text, place),
}

/** Reads SubRip text (without byte order mark), however damaged. There is no standard: players' habits are the rule. */
export function readSrt(text: string): ReadSubtitles {
  return readEntries(text, srt)
}

/** An untouched file gives the same text again. */
export function writeSrt(file: SubtitleFile): string {
  return writeEntries(file, srt)
}
