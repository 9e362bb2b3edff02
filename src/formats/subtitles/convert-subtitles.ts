import type { Cue } from '#domain/cues/cue.ts'
import type { CueEntry, KeptEntry, SubtitleFile, SubtitleFormat } from '#domain/cues/subtitle-file.ts'
import { readSettings } from '../webvtt/webvtt-settings.ts'
import { textForSrt } from './convert-to-srt.ts'
import { textForWebVtt } from './convert-to-webvtt.ts'
import { type Loss, type LossList, listLosses } from './losses.ts'

type Converted = Readonly<{ file: SubtitleFile; losses: readonly Loss[] }>

/** The same subtitles in another format, and what that cannot hold. In its own format a file stays as it is. */
export function convertSubtitles(file: SubtitleFile, format: SubtitleFormat): Converted {
  if (file.format === format) return { file, losses: [] }
  const losses = listLosses()
  const cues: CueEntry[] = []
  for (const entry of file.entries) {
    if (entry.kind !== 'cue') leaveOut(entry, losses)
    else if (format === 'srt') cues.push(made(cueForSrt(entry, cues.length + 1, losses)))
    else cues.push(made(cueForWebVtt(entry, losses)))
  }
  const raw = `WEBVTT${file.lineEnd}${cues.length > 0 ? file.lineEnd : ''}`
  const header: readonly KeptEntry[] = format === 'srt' ? [] : [{ kind: 'header', line: 0, raw }]
  return { file: { format, lineEnd: file.lineEnd, entries: [...header, ...cues] }, losses: losses.all() }
}

function made(cue: Cue): CueEntry {
  return { kind: 'cue', line: 0, cue, settings: '', held: null }
}

function leaveOut({ kind, raw, line }: KeptEntry, losses: LossList): void {
  const words = raw.trim()
  if (kind === 'header') {
    if (/^X-TIMESTAMP-MAP/m.test(words))
      losses.add('timestampMap', /^X-TIMESTAMP-MAP.*$/m.exec(words)?.[0] ?? '')
    const said = words
      .replace(/^WEBVTT[ \t]*/, '')
      .replace(/^X-TIMESTAMP-MAP.*$/gm, '')
      .trim()
    if (said !== '') losses.add('header', said.split(/[\r\n]/)[0] ?? '')
  } else if (kind === 'note') losses.add('notes', words.slice('NOTE'.length))
  else if (kind === 'style') losses.add('styles', words.slice('STYLE'.length))
  else if (kind === 'region') losses.add('regions', /\bid[:=](\S+)/.exec(words)?.[1] ?? '')
  else if (kind === 'unread') losses.add('unread', String(line))
}

function cueForSrt({ cue, settings }: CueEntry, number: number, losses: LossList): Cue {
  const { exact, region } = readSettings(settings)
  if (!exact) losses.add('positions', settings)
  if (region !== '') losses.add('regionCues', region)
  if (cue.id !== '' && cue.id !== String(number)) losses.add('identifiers', cue.id)
  return { ...cue, id: String(number), text: textForSrt(cue.text, losses) }
}

function cueForWebVtt({ cue, settings }: CueEntry, losses: LossList): Cue {
  if (settings !== '') losses.add('coordinates', settings)
  return { ...cue, text: textForWebVtt(cue.text, losses) }
}
