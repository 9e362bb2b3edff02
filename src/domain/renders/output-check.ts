import { ratio } from '../clips/frame-rates.ts'
import { type MediaFacts, type Rational, shownSize } from '../clips/media-facts.ts'
import { isSilent, type Loudness } from './loudness.ts'
import type { RenderPlan } from './plan.ts'

/** What a finished file turned out to be. */
export type OutputFacts = Readonly<{
  media: MediaFacts
  bytes: number
  /** Languages of its subtitle streams as the container says them, in order. */
  subtitles: readonly string[]
  /** Whether a player may begin before it has the whole file. */
  faststart: boolean
  /** Null without sound. */
  loudness: Loudness | null
}>

export const outputFaults = [
  'container',
  'picture',
  'pixels',
  'size',
  'rate',
  'duration',
  'sound',
  'subtitles',
  'bytes',
  'loudness',
  'peak',
  'faststart',
] as const
/** One thing that is not as it was ordered. */
export type OutputFault = Readonly<{ what: (typeof outputFaults)[number]; expected: string; found: string }>

export type Expected = Readonly<{
  plan: RenderPlan
  subtitles: readonly string[]
  /** The clip's sound before it was made as loud as the preset says. */
  measured: Loudness | null
}>

/** ±1 LU is R128's tolerance where a target cannot be met exactly (EBU R 128, 2020); a peak may grow by so much in AAC. */
const loudnessTolerance = 1
const peakTolerance = 0.5
/** A meter's figure means little before its short-term window of 3 s is full. */
const meterMs = 3000

/** Compares a finished file with its order; an empty list means that it is what was asked for. */
export function checkOutput(
  { plan, subtitles, measured }: Expected,
  found: OutputFacts,
): readonly OutputFault[] {
  const { media, bytes } = found
  const { maxBytes } = plan.preset
  const faults: (OutputFault | undefined)[] = [
    compare('container', 'mp4', media.container.split(',').includes('mp4') ? 'mp4' : media.container),
    ...pictureFaults(plan, media),
    durationFault(plan, media),
    compare('sound', plan.hasAudio ? 'aac' : '–', media.audio?.codec ?? '–'),
    compare('subtitles', list(subtitles), list(found.subtitles)),
    compare('faststart', 'true', String(found.faststart)),
    ...loudnessFaults(plan, measured, found.loudness),
    maxBytes !== null && bytes > maxBytes
      ? { what: 'bytes', expected: `≤ ${maxBytes}`, found: String(bytes) }
      : undefined,
  ]
  return faults.filter((fault) => fault !== undefined)
}

function pictureFaults(
  { framing, rate }: RenderPlan,
  { video }: MediaFacts,
): readonly (OutputFault | undefined)[] {
  if (video === null) return [{ what: 'picture', expected: 'h264', found: '–' }]
  const { width, height } = shownSize(video)
  const { size } = framing
  return [
    compare('picture', 'h264', video.codec),
    compare('pixels', 'yuv420p', video.pixelFormat),
    compare('size', `${size.width}×${size.height}`, `${width}×${height}`),
    Math.abs(ratio(video.frameRate) / ratio(rate) - 1) < 0.0005
      ? undefined
      : { what: 'rate', expected: written(rate), found: written(video.frameRate) },
  ]
}

/** Up to two frames or a tenth of a second: sound ends on its own packets. */
function durationFault({ durationMs, rate }: RenderPlan, media: MediaFacts): OutputFault | undefined {
  const tolerance = Math.max(100, Math.ceil(2000 / ratio(rate)))
  if (Math.abs(media.durationMs - durationMs) <= tolerance) return undefined
  return { what: 'duration', expected: `${durationMs} ms`, found: `${media.durationMs} ms` }
}

function loudnessFaults(
  { preset, durationMs }: RenderPlan,
  measured: Loudness | null,
  found: Loudness | null,
): readonly (OutputFault | undefined)[] {
  const { loudness } = preset
  if (loudness === null || measured === null || found === null || isSilent(measured)) return []
  const { integrated, truePeak } = loudness
  const off = Math.abs(found.integrated - integrated)
  return [
    durationMs >= meterMs && off > loudnessTolerance
      ? { what: 'loudness', expected: `${integrated} LUFS`, found: `${found.integrated} LUFS` }
      : undefined,
    found.truePeak > truePeak + peakTolerance
      ? { what: 'peak', expected: `≤ ${truePeak} dBTP`, found: `${found.truePeak} dBTP` }
      : undefined,
  ]
}

function compare(what: OutputFault['what'], expected: string, found: string): OutputFault | undefined {
  return expected === found ? undefined : { what, expected, found }
}

function list(languages: readonly string[]): string {
  return languages.length === 0 ? '–' : languages.join(', ')
}

function written({ numerator, denominator }: Rational): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`
}
