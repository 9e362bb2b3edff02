import { type Failure, failure } from '#contract/failures.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { factsOf, isLocked, pictureOf } from './media-facts.ts'
import { type Probed, probed, probedPackets } from './probe-schema.ts'
import type { MediaPrograms } from './programs.ts'
import { runProgram } from './run.ts'

export type MediaFile = Readonly<{ path: string; name: string }>

/**
 * Formats that are read. A play list or a script that names other files is none of them, however the file is called:
 * it would let a hostile file read another one.
 */
const readFormats = [
  'mov',
  'mp4',
  'matroska',
  'webm',
  'avi',
  'mpegts',
  'mpeg',
  'mpegvideo',
  'mxf',
  'mp3',
  'wav',
  'w64',
  'aac',
  'amr',
  'amrnb',
  'amrwb',
  'flac',
  'ogg',
  'aiff',
  'asf',
  'flv',
  'ac3',
  'eac3',
  'caf',
  'dv',
]

/** Options before an input: only that file is opened, as one of the formats above. */
export const inputGuard: readonly string[] = [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  readFormats.join(','),
]

/** Options before a clip's `-i`: the guard, and what keeps its moment 0 where a player has it. */
export function inputOptions({ lead = 0 }: Pick<MediaFacts, 'lead'>): readonly string[] {
  return lead > 0 ? ['-itsoffset', String(-lead), ...inputGuard] : inputGuard
}

/** Asks ffprobe what a file is, by its bytes alone. */
export async function probeMedia(
  programs: MediaPrograms,
  file: MediaFile,
  signal?: AbortSignal,
): Promise<Result<MediaFacts, Failure>> {
  const told = await askProbe(programs, file, ['-show_format', '-show_streams'], signal)
  if (!told.ok) return told
  const parsed = probed.safeParse(told.value)
  if (!parsed.success) return unreadable(file, parsed.error.issues[0]?.message ?? '')
  const refusal = refusalOf(parsed.data, file)
  if (refusal) return fail(refusal)
  const moments = pictureOf(parsed.data) ? await firstMoments(programs, file, signal) : []
  return succeed(factsOf(parsed.data, moments))
}

function refusalOf(data: Probed, { name }: MediaFile): Failure | undefined {
  if (isLocked(data)) return failure('media-encrypted', { name })
  const known = data.streams.some(
    ({ codec_type, codec_name }) => /^(video|audio)$/.test(codec_type) && codec_name !== '',
  )
  return known ? undefined : failure('media-damaged', { name, reason: 'no-stream', detail: '' })
}

/** The languages of a file's subtitle streams as its container says them, `und` where it does not. */
export async function probeSubtitles(
  programs: MediaPrograms,
  file: MediaFile,
  signal?: AbortSignal,
): Promise<Result<readonly string[], Failure>> {
  const told = await askProbe(programs, file, ['-show_streams', '-select_streams', 's'], signal)
  if (!told.ok) return told
  const parsed = probed.safeParse(told.value)
  if (!parsed.success) return unreadable(file, parsed.error.issues[0]?.message ?? '')
  return succeed(parsed.data.streams.map(({ tags }) => tags['language'] ?? 'und'))
}

/** Enough to see whether a phone drops frames; in seconds. */
async function firstMoments(
  programs: MediaPrograms,
  file: MediaFile,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const some = ['-select_streams', 'V:0', '-read_intervals', '%+#400', '-show_entries', 'packet=pts_time']
  const told = await askProbe(programs, file, some, signal)
  const parsed = told.ok ? probedPackets.safeParse(told.value) : undefined
  if (!parsed?.success) return []
  return parsed.data.packets.map(({ pts_time }) => Number(pts_time)).filter(Number.isFinite)
}

async function askProbe(
  programs: MediaPrograms,
  file: MediaFile,
  what: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Result<unknown, Failure>> {
  const pieces: Buffer[] = []
  const { result, log } = await runProgram(programs.ffprobe, {
    name: file.name,
    arguments: ['-v', 'error', '-of', 'json', ...inputGuard, ...what, '-i', file.path],
    signal,
    output: (piece) => void pieces.push(piece),
  })
  if (!result.ok && result.failure.code !== 'media-failed') return result
  if (!result.ok) return unreadable(file, log.split('\n')[0] ?? '')
  try {
    return succeed(JSON.parse(Buffer.concat(pieces).toString('utf8')))
  } catch {
    return unreadable(file, '')
  }
}

function unreadable({ name, path }: MediaFile, said: string): Result<never, Failure> {
  const detail = said.replaceAll(path, name).slice(0, 200)
  return fail(failure('media-damaged', { name, reason: 'unreadable', detail }))
}
