import { readFileSync, statSync } from 'node:fs'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { ReadSubtitleFile } from '#contract/tracks.ts'
import { fileOfTrack, takeFile } from '#documents/track/file-track.ts'
import { readTrack } from '#documents/track/read-track.ts'
import {
  type CueEntry,
  cueEntries,
  type SubtitleFile,
  type SubtitleFormat,
} from '#domain/cues/subtitle-file.ts'
import { cuesOf } from '#domain/cues/track-article.ts'
import { type DocumentId, trackOf } from '#domain/document-id.ts'
import { fileSlug } from '#domain/file-slug.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { convertSubtitles } from '#formats/subtitles/convert-subtitles.ts'
import type { Loss } from '#formats/subtitles/losses.ts'
import type { SubtitleEncoding } from '#formats/subtitles/subtitle-encodings.ts'
import { readSubtitles, writeSubtitles } from '#formats/subtitles/subtitles.ts'
import type { Services } from '../services.ts'
import { errorCode } from '../store/durable-files.ts'

/** Largest subtitle file in bytes: a day of speech is a hundredth of it. */
const mostBytes = 32 * 1024 * 1024

type Read = Readonly<{ told: ReadSubtitleFile; file: SubtitleFile }>

/** Reads a granted subtitle file, and judges all of it before anything holds it (SEC1). */
export function readSubtitleFile(
  { grants }: Pick<Services, 'grants'>,
  grant: string,
  encoding: SubtitleEncoding | null,
): Result<Read, Failure> {
  const granted = grants.find(grant)
  if (!granted.ok) return granted
  const { name, path } = granted.value
  const bytes = bytesOf(path, name)
  if (!bytes.ok) return bytes
  const { file, decoded, problems } = readSubtitles(bytes.value, name, encoding ?? undefined)
  const cues = cueEntries(file).length
  if (cues === 0) return fail(failure('no-subtitles', { name }))
  const stamp = findStamp(decoded.text)
  if (stamp) return fail(failure('secret-stamp', { where: name, ...stamp }))
  const { text, certain } = decoded
  const told = {
    name,
    text,
    format: file.format,
    encoding: decoded.encoding,
    certain,
    cues,
    problems: [...problems],
  }
  return succeed({ file, told })
}

function bytesOf(path: string, name: string): Result<Uint8Array, Failure> {
  try {
    const { size: bytes } = statSync(path)
    if (bytes === 0) return fail(failure('file-empty', { name }))
    if (bytes > mostBytes) return fail(failure('file-too-large', { name, bytes, limit: mostBytes }))
    return succeed(readFileSync(path))
  } catch (error) {
    const detail = errorCode(error)
    if (detail === undefined) throw error
    return fail(failure('file-unreadable', { name, detail }))
  }
}

/** Puts a file's cues into a track; those that are there go only when `replace` says so, and stay as a version (SAFE2). */
export async function fillTrack(
  { documents, events }: Pick<Services, 'documents' | 'events'>,
  document: DocumentId,
  file: SubtitleFile,
  replace: boolean,
  profile: string,
): Promise<Result<null, Failure>> {
  const track = documents.inspect(document, readTrack)
  if (!track.ok) return track
  const cues = track.value.cues.length
  if (cues > 0 && !replace) return fail(failure('track-not-empty', { document, cues }))
  if (cues > 0) {
    const kept = documents.keepRevision(uuidv7(), document, 'automatic', '', profile)
    if (!kept.ok) return kept
    events.emit({ kind: 'revisions', document })
  }
  const edited = await documents.edit(document, profile, (doc) => takeFile(doc, file, () => uuidv7()))
  return edited.ok ? succeed(null) : edited
}

type WrittenTrack = Readonly<{ name: string; text: string; losses: readonly Loss[] }>

/** A track as a file: as it stands, byte for byte where nothing changed since it was read; or as it was kept. */
export function writeTrackFile(
  services: Pick<Services, 'documents' | 'assets'>,
  document: DocumentId,
  revision: string,
  format: SubtitleFormat,
): Result<WrittenTrack, Failure> {
  const source =
    revision === 'current' ? services.documents.inspect(document, fileOfTrack) : keptFile(services, revision)
  if (!source.ok) return source
  const { file, losses } = convertSubtitles(source.value, format)
  return succeed({ name: nameFor(services, document, format), text: writeSubtitles(file), losses })
}

function keptFile(
  { documents }: Pick<Services, 'documents'>,
  revision: string,
): Result<SubtitleFile, Failure> {
  const article = documents.revision(revision)
  if (!article.ok) return article
  const { track } = article.value
  if (!track) return fail(failure('revision-unknown', { revision }))
  const noted = new Map(track.cues.map((cue) => [cue.id, cue]))
  const format = track.format ?? 'srt'
  const entries = cuesOf(article.value).map((cue, at): CueEntry => {
    const { name = '', settings = '' } = noted.get(cue.id) ?? {}
    const id = format === 'srt' ? String(at + 1) : name
    return { kind: 'cue', line: 0, cue: { ...cue, id }, settings, held: null }
  })
  const header = { kind: 'header', line: 0, raw: 'WEBVTT\n\n' } as const
  return succeed({ format, lineEnd: '\n', entries: format === 'webvtt' ? [header, ...entries] : entries })
}

/** Such as `le-hoi-tra.vi.srt`. */
function nameFor({ assets }: Pick<Services, 'assets'>, document: DocumentId, format: SubtitleFormat): string {
  const { clip = '', language = '' } = trackOf(document) ?? {}
  const asset = assets.find(clip)
  const slug = fileSlug(asset.ok ? asset.value.name.replace(/\.[^.]*$/, '') : '')
  return `${slug === '' ? 'phu-de' : slug}.${language}.${format === 'srt' ? 'srt' : 'vtt'}`
}
