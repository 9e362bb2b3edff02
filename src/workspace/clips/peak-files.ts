import { open } from 'node:fs/promises'
import { peakLevels } from '#contract/clips.ts'
import type { Failure } from '#contract/failures.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import { createPeakFold, peakRate } from '#domain/clips/peaks.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { MediaService } from '../media/media-service.ts'
import { inputOptions } from '../media/probe.ts'
import type { ClipPeaks, MediaFileFacts } from '../services.ts'
import { samplesArguments } from './proxy-arguments.ts'

/** After the levels, the finest first: how many buckets each has, as 32-bit numbers. */
const footer = peakLevels.length * 4
const kept: MediaFileFacts = { mediaType: 'application/octet-stream', width: null, height: null }

/** Writes the outline of a clip's sound while ffmpeg decodes it; the sound is never in memory as a whole. */
export async function writePeaks(
  media: Pick<MediaService, 'run'>,
  clip: Readonly<{ path: string; name: string; facts: Pick<MediaFacts, 'durationMs' | 'lead'> }>,
  aside: string,
  control: Readonly<{ signal: AbortSignal; progress(fraction: number | null): void }>,
): Promise<Result<MediaFileFacts, Failure>> {
  const file = await open(aside, 'wx', 0o644)
  try {
    const fold = createPeakFold()
    let finest = 0
    let decoded = 0
    const write = async (pairs: Int8Array) => {
      finest += pairs.length / 2
      if (pairs.length > 0) await file.writeFile(pairs)
    }
    const { result } = await media.run({
      name: clip.name,
      arguments: [
        '-v',
        'error',
        ...samplesArguments({ input: clip.path, guard: inputOptions(clip.facts) }, peakRate),
      ],
      signal: control.signal,
      output: async (piece) => {
        decoded += piece.length
        await write(fold.push(piece))
        const wanted = (clip.facts.durationMs / 1000) * peakRate * 2
        control.progress(wanted > 0 ? Math.min(1, decoded / wanted) : null)
      },
    })
    if (!result.ok) return result
    const { finest: last, coarser } = fold.end()
    await write(last)
    for (const level of coarser) await file.writeFile(level)
    const counts = Buffer.alloc(footer)
    for (const [at, count] of [finest, ...coarser.map(({ length }) => length / 2)].entries())
      counts.writeUInt32LE(count, at * 4)
    await file.writeFile(counts)
    return succeed(kept)
  } finally {
    await file.close()
  }
}

/** A stretch of one level; what lies behind the end is left out. */
export async function readPeaks(
  path: string,
  { level, from, count }: Readonly<{ level: number; from: number; count: number }>,
): Promise<ClipPeaks> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer: counts } = await file.read(Buffer.alloc(footer), 0, footer, size - footer)
    const totals = peakLevels.map((_, at) => counts.readUInt32LE(at * 4))
    const total = totals[level] ?? 0
    const before = totals.slice(0, level).reduce((sum, each) => sum + each, 0)
    const length = Math.max(0, Math.min(count, total - from)) * 2
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, (before + from) * 2)
    return { bytes: buffer, bucketMs: peakLevels[level] ?? 0, total }
  } finally {
    await file.close()
  }
}
