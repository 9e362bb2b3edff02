import { type FileHandle, open, stat } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import { type Loudness, readLoudness } from '#domain/renders/loudness.ts'
import type { OutputFacts } from '#domain/renders/output-check.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { MediaService } from '../media/media-service.ts'
import { inputGuard } from '../media/probe.ts'
import { meterArguments } from './render-arguments.ts'

type File = Readonly<{ path: string; name: string }>

/** Looks at a finished file as a stranger would: nothing of it is taken from the order. */
export async function readOutput(
  media: MediaService,
  file: File,
  signal: AbortSignal,
): Promise<Result<OutputFacts, Failure>> {
  const facts = await media.probe(file, signal)
  if (!facts.ok) return facts
  const subtitles = await media.subtitles(file, signal)
  if (!subtitles.ok) return subtitles
  const metered = facts.value.audio ? await meter(media, file, signal) : succeed(null)
  if (!metered.ok) return metered
  const { size } = await stat(file.path)
  return succeed({
    media: facts.value,
    bytes: size,
    subtitles: subtitles.value,
    faststart: await beginsWithIndex(file.path),
    loudness: metered.value,
  })
}

async function meter(
  media: MediaService,
  { path, name }: File,
  signal: AbortSignal,
): Promise<Result<Loudness, Failure>> {
  return runMeter(media, name, meterArguments({ input: path, guard: inputGuard }), signal)
}

export async function runMeter(
  media: MediaService,
  name: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<Result<Loudness, Failure>> {
  const { result, log } = await media.run({ name, arguments: args, signal, progress: () => undefined })
  if (!result.ok) return result
  const loudness = readLoudness(log)
  return loudness ? succeed(loudness) : fail(failure('media-failed', { name, detail: 'ebur128' }))
}

/** Whether an MP4's index (`moov`) stands before its pictures and sound (`mdat`), ISO/IEC 14496-12 §4.2. */
async function beginsWithIndex(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    let at = 0
    for (let boxes = 0; boxes < 64; boxes += 1) {
      const box = await readBox(file, at)
      if (box === undefined || box.kind === 'mdat') return false
      if (box.kind === 'moov') return true
      at += box.bytes
    }
    return false
  } finally {
    await file.close()
  }
}

async function readBox(
  file: FileHandle,
  at: number,
): Promise<Readonly<{ kind: string; bytes: number }> | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at)
  if (bytesRead < 8) return undefined
  const short = buffer.readUInt32BE(0)
  const bytes = short === 1 && bytesRead === 16 ? Number(buffer.readBigUInt64BE(8)) : short
  return bytes < 8 ? undefined : { kind: buffer.toString('latin1', 4, 8), bytes }
}
