import { stat } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import { shownSize } from '#domain/clips/media-facts.ts'
import { mediaTypeOfFacts } from '#domain/clips/playability.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { inputGuard } from '../media/probe.ts'
import type { JobControl, MediaFileFacts, Services } from '../services.ts'
import { errorCode } from '../store/durable-files.ts'
import { putClipRow } from './clip-rows.ts'
import { isLockedFile, looksLikeMedia } from './clip-sniffing.ts'

type File = Readonly<{ path: string; name: string }>
type Needs = Pick<Services, 'assets' | 'media' | 'events' | 'store'>

/** Largest clip in bytes. */
export const clipLimit = 64 * 2 ** 30
/** Of the progress that is shown, the part that copying takes. */
const copyShare = 0.8

/**
 * Takes a media file in: copied aside while it is hashed, read by ffprobe and tried by ffmpeg, then renamed to its hash,
 * and only then rows say that it is here. Whatever fails leaves nothing (SAFE3); the file itself is only read (MEDIA1).
 */
export async function importClip(
  services: Needs,
  file: File,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<Result<string, Failure>> {
  const size = await admit(file)
  if (!size.ok) return size
  let facts: MediaFacts | undefined
  const kept = await services.assets.take(
    file,
    async (copy) => {
      const examined = await examine(services, { ...copy, name: file.name }, control.signal)
      if (!examined.ok) return examined
      facts = examined.value
      return succeed(assetFacts(examined.value))
    },
    {
      signal: control.signal,
      copied: (bytes) => control.progress(Math.min(1, bytes / size.value) * copyShare),
    },
  )
  if (!kept.ok) return kept
  const { hash } = kept.value
  const known = facts
  if (known) services.store.write((db) => putClipRow(db, hash, known))
  services.events.emit({ kind: 'clips', clips: [hash] })
  return succeed(hash)
}

async function admit({ path, name }: File): Promise<Result<number, Failure>> {
  try {
    const { size } = await stat(path)
    if (size === 0) return fail(failure('file-empty', { name }))
    if (size > clipLimit) return fail(failure('file-too-large', { name, bytes: size, limit: clipLimit }))
    return (await looksLikeMedia(path)) ? succeed(size) : fail(failure('not-media', { name }))
  } catch (error) {
    const detail = errorCode(error)
    if (detail === undefined) throw error
    return fail(failure('file-unreadable', { name, detail }))
  }
}

/** What a file is, and whether anything of it can be shown: an index alone proves nothing. */
export async function examine(
  { media }: Pick<Services, 'media'>,
  file: File,
  signal?: AbortSignal,
): Promise<Result<MediaFacts, Failure>> {
  const facts = await media.probe(file, signal)
  if (!facts.ok) return facts
  if (facts.value.container.startsWith('mov') && (await isLockedFile(file.path)))
    return fail(failure('media-encrypted', { name: file.name }))
  const begins = await decodes(media, file, ['-t', '1'], signal)
  if (!begins.ok) return begins
  const { name } = file
  if (!begins.value) return fail(failure('media-damaged', { name, reason: 'no-stream', detail: '' }))
  if (!hasKnownEnd(facts.value)) return facts
  const end = ['-ss', String(facts.value.durationMs / 1000 - 2)]
  const ends = await decodes(media, file, end, signal)
  if (!ends.ok) return ends
  return ends.value ? facts : fail(failure('media-damaged', { name, reason: 'cut-off', detail: '' }))
}

/** Of these the length is only guessed from the bit rate. */
const guessedLengths: readonly string[] = ['mp3', 'aac', 'amr', 'ac3', 'eac3', 'dv', 'mpegvideo', 'mpeg']

function hasKnownEnd({ container, durationMs }: MediaFacts): boolean {
  return durationMs > 5000 && !guessedLengths.includes(container)
}

/** True when pictures or sound come out of a part of the file. */
async function decodes(
  media: Services['media'],
  { path, name }: File,
  part: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Result<boolean, Failure>> {
  const outputs = ['-map', '0:V:0?', '-map', '0:a:0?', '-f', 'null', '-']
  const { result } = await media.run({
    name,
    arguments: ['-v', 'error', ...inputGuard, ...part, '-i', path, ...outputs],
    signal,
    progress: () => undefined,
  })
  if (result.ok) return succeed(result.value.frames > 0 || result.value.outMs > 0)
  return result.failure.code === 'media-failed' ? succeed(false) : result
}

function assetFacts(facts: MediaFacts): MediaFileFacts {
  const size = facts.video ? shownSize(facts.video) : { width: null, height: null }
  return { mediaType: mediaTypeOfFacts(facts), ...size }
}
