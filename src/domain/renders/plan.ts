import { type MediaFacts, type Rational, shownSize } from '../clips/media-facts.ts'
import { pictureKbps } from './bitrate.ts'
import { type Focus, type Framing, frameFor } from './framing.ts'
import type { RenderPreset } from './preset.ts'
import { rateFor } from './rate.ts'

/** A stretch of a clip in integer milliseconds; `toMs` itself is no longer in it. */
export type Range = Readonly<{ fromMs: number; toMs: number }>

/** All that is decided before anything is made: a pure function of the clip's facts and the order. */
export type RenderPlan = Readonly<{
  facts: MediaFacts
  preset: RenderPreset
  framing: Framing
  rate: Rational
  /** Null: the whole clip. */
  range: Range | null
  durationMs: number
  videoKbps: number
  hasAudio: boolean
}>

export type PlanProblem =
  | Readonly<{ kind: 'no-picture' }>
  | Readonly<{ kind: 'range'; durationMs: number }>
  | Readonly<{ kind: 'too-long'; durationMs: number; maxMs: number }>
  | Readonly<{ kind: 'too-large'; durationMs: number; maxBytes: number }>

/** A plan, or why the preset cannot be met by this clip. */
export function planRender(
  facts: MediaFacts,
  preset: RenderPreset,
  { focus, range }: Readonly<{ focus: Focus; range: Range | null }>,
): RenderPlan | PlanProblem {
  if (facts.video === null) return { kind: 'no-picture' }
  const length = lengthOf(facts.durationMs, range)
  if (length === undefined) return { kind: 'range', durationMs: facts.durationMs }
  const { maxMs, maxBytes } = preset
  if (maxMs !== null && length > maxMs) return { kind: 'too-long', durationMs: length, maxMs }
  const hasAudio = facts.audio !== null && preset.audio !== null
  const videoKbps = pictureKbps(preset, length, hasAudio)
  if (videoKbps === undefined) return { kind: 'too-large', durationMs: length, maxBytes: maxBytes ?? 0 }
  return {
    facts,
    preset,
    framing: frameFor(shownSize(facts.video), preset.frame, focus),
    rate: rateFor(facts.video, preset.highestRate),
    range,
    durationMs: length,
    videoKbps,
    hasAudio,
  }
}

/** A clip's tables may say its length a little short: a range may reach as far as they say, and no farther. */
function lengthOf(whole: number, range: Range | null): number | undefined {
  if (range === null) return whole
  const { fromMs, toMs } = range
  const to = Math.min(toMs, whole)
  return fromMs >= 0 && to > fromMs ? to - fromMs : undefined
}
