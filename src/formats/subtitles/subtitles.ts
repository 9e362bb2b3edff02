import type { ReadSubtitles, SubtitleFile, SubtitleFormat } from '#domain/cues/subtitle-file.ts'
import { readSrt, writeSrt } from '../srt/srt.ts'
import { isWebVtt, readWebVtt, writeWebVtt } from '../webvtt/webvtt.ts'
import { type DecodedSubtitles, decodeSubtitles, type WrittenEncoding } from './subtitle-bytes.ts'
import type { SubtitleEncoding } from './subtitle-encodings.ts'

/** The format that a file's name stands for. */
export function subtitleFormatOf(name: string): SubtitleFormat | undefined {
  if (/\.srt$/i.test(name)) return 'srt'
  return /\.(?:web)?vtt$/i.test(name) ? 'webvtt' : undefined
}

type SubtitleSource = ReadSubtitles & Readonly<{ decoded: DecodedSubtitles }>

/**
 * Reads a subtitle file's bytes, however damaged. What it says of itself counts, then its name; without either it is
 * SRT. `asked` overrides the encoding that the bytes look like.
 */
export function readSubtitles(bytes: Uint8Array, name: string, asked?: SubtitleEncoding): SubtitleSource {
  const decoded = decodeSubtitles(bytes, asked)
  const { text, damagedLines } = decoded
  const webVtt = isWebVtt(text) || subtitleFormatOf(name) === 'webvtt'
  const { file, problems } = webVtt ? readWebVtt(text) : readSrt(text)
  const damage = damagedLines.map((line) => ({ line, code: 'bytes-unreadable' as const }))
  return { file, decoded, problems: [...damage, ...problems].sort((left, right) => left.line - right.line) }
}

export function writeSubtitles(file: SubtitleFile): string {
  return file.format === 'srt' ? writeSrt(file) : writeWebVtt(file)
}

/** How the new file is encoded: as the old one within a format, so that its bytes stay; UTF-8 in all other cases. */
export function encodingFor(decoded: DecodedSubtitles, sameFormat: boolean): WrittenEncoding {
  const { encoding, mark } = decoded
  if (encoding === 'utf-8') return { encoding, mark }
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be'
  return sameFormat && wide ? { encoding, mark } : { encoding: 'utf-8', mark: false }
}
