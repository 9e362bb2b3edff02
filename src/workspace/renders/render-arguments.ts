import { ratio } from '#domain/clips/frame-rates.ts'
import type { Rational, VideoFacts } from '#domain/clips/media-facts.ts'
import { isSilent, type Loudness } from '#domain/renders/loudness.ts'
import type { Range, RenderPlan } from '#domain/renders/plan.ts'
import type { RenderPreset } from '#domain/renders/preset.ts'
import { languageCode } from './language-codes.ts'
import { pictureFilters } from './picture-filters.ts'

/** A stream of subtitles; its file lies in the run's folder. */
export type SoftTrack = Readonly<{ file: string; language: string; isDefault: boolean }>
export type RenderRun = Readonly<{
  /** The clip, by its full path: it stands alone as an argument and is only read (MEDIA1). */
  input: string
  /** Options before the clip's `-i` that keep it from naming other files. */
  guard: readonly string[]
  output: string
  burns: boolean
  /** The filters that this ffmpeg has. */
  known: ReadonlySet<string>
  soft: readonly SoftTrack[]
  /** Null: the sound stays as loud as it is. */
  measured: Loudness | null
}>

/** Room for what AAC adds to a peak. */
const encoderPeak = 0.5

/** Measures the sound as the render will hear it: downmixed and resampled alike. The figures are in the log. */
export function measureArguments(
  plan: Pick<RenderPlan, 'preset' | 'range'>,
  { input, guard }: Pick<RenderRun, 'input' | 'guard'>,
): readonly string[] {
  const chain = [...soundFilters(plan.preset), 'ebur128=peak=true']
  return ['-vn', ...source(input, guard, plan.range), ...length(plan.range), ...onlySound(chain)]
}

/** Measures a finished file. */
export function meterArguments({ input, guard }: Pick<RenderRun, 'input' | 'guard'>): readonly string[] {
  return ['-vn', ...source(input, guard, null), ...onlySound(['ebur128=peak=true'])]
}

function onlySound(chain: readonly string[]): readonly string[] {
  return ['-map', '0:a:0', '-af', chain.join(','), '-f', 'null', '-']
}

/** The one command that makes a render. Names of people, places and devices in the clip do not go along. */
export function renderArguments(plan: RenderPlan, video: VideoFacts, run: RenderRun): readonly string[] {
  const { preset, hasAudio } = plan
  return [
    ...source(run.input, run.guard, plan.range),
    ...run.soft.flatMap(({ file }) => ['-f', 'srt', '-i', file]),
    ...['-map', '0:V:0'],
    ...(hasAudio ? ['-map', '0:a:0'] : []),
    ...run.soft.flatMap((_, at) => ['-map', `${at + 1}:s:0`]),
    ...length(plan.range),
    ...['-vf', [rateFilter(plan.rate), ...pictureFilters(video, plan.framing, run)].join(',')],
    ...pictureCodec(plan),
    ...(hasAudio ? soundCodec(preset, run.measured) : ['-an']),
    ...run.soft.flatMap(softCodec),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:v', '+cgop+bitexact'],
    ...['-flags:a', '+bitexact', '-movflags', '+faststart', '-f', 'mp4', run.output],
  ]
}

/** One picture at a moment of the clip, as a render by this plan would show it. */
export function frameArguments(
  plan: RenderPlan,
  video: VideoFacts,
  run: Pick<RenderRun, 'input' | 'guard' | 'output' | 'burns' | 'known'>,
  atMs: number,
): readonly string[] {
  const filters = pictureFilters(video, plan.framing, run)
  return [
    ...['-ss', seconds(atMs), ...run.guard, '-i', run.input, '-map', '0:V:0', '-frames:v', '1'],
    ...['-vf', filters.join(','), '-fflags', '+bitexact', '-f', 'image2', '-c:v', 'png', run.output],
  ]
}

function source(input: string, guard: readonly string[], range: Range | null): readonly string[] {
  return [...(range ? ['-ss', seconds(range.fromMs)] : []), ...guard, '-i', input]
}

function length(range: Range | null): readonly string[] {
  return range ? ['-t', seconds(range.toMs - range.fromMs)] : []
}

/** Begins at the clip's beginning even where its picture begins later: sound and subtitles keep their times. */
function rateFilter({ numerator, denominator }: Rational): string {
  return `fps=${numerator}/${denominator}:start_time=0`
}

function pictureCodec({ preset, rate, videoKbps }: RenderPlan): readonly string[] {
  const { quality, effort, keySeconds } = preset.video
  const group = Math.max(1, Math.round(ratio(rate) * keySeconds))
  return [
    ...['-c:v', 'libx264', '-preset', effort, '-crf', String(quality), '-profile:v', 'high'],
    ...['-maxrate', `${videoKbps}k`, '-bufsize', `${Math.round(videoKbps * 1.5)}k`],
    ...['-pix_fmt', 'yuv420p', '-g', String(group), '-bf', '2'],
  ]
}

function soundCodec(preset: RenderPreset, measured: Loudness | null): readonly string[] {
  const { kbps = 128, sampleRate = 48000, channels = 2 } = preset.audio ?? {}
  const filters = [...soundFilters(preset), ...loudnessFilters(preset, measured)]
  return [
    ...['-af', filters.join(','), '-c:a', 'aac', '-b:a', `${kbps}k`],
    ...['-ar', String(sampleRate), '-ac', String(channels)],
  ]
}

/** Gaps are filled with silence, so that sound stays beside its picture. */
function soundFilters({ audio }: RenderPreset): readonly string[] {
  const { sampleRate = 48000, channels = 2 } = audio ?? {}
  return [
    `aresample=${sampleRate}:async=1:first_pts=0`,
    `aformat=channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`,
  ]
}

/**
 * The second pass of EBU R128: one gain for the whole where that leaves the peaks below their limit, else loudnorm's
 * own limiter. The range of loudness is never narrowed for itself (LRA at its highest).
 */
function loudnessFilters({ loudness, audio }: RenderPreset, measured: Loudness | null): readonly string[] {
  if (loudness === null || measured === null || isSilent(measured)) return []
  const values = {
    I: loudness.integrated,
    TP: loudness.truePeak - encoderPeak,
    LRA: 20,
    measured_I: clamp(measured.integrated, -99, 0),
    measured_TP: clamp(measured.truePeak, -99, 99),
    measured_LRA: clamp(measured.range, 0, 99),
    measured_thresh: clamp(measured.threshold, -99, 0),
    linear: 'true',
  }
  const options = Object.entries(values).map(([name, value]) => `${name}=${value}`)
  return [`loudnorm=${options.join(':')}`, `aresample=${audio?.sampleRate ?? 48000}`]
}

function softCodec({ language, isDefault }: SoftTrack, at: number): readonly string[] {
  return [
    ...[`-c:s:${at}`, 'mov_text', `-metadata:s:s:${at}`, `language=${languageCode(language)}`],
    ...[`-disposition:s:${at}`, isDefault ? 'default' : '0'],
  ]
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
