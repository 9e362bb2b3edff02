import { type Failure, failure } from '#contract/failures.ts'
import type { MediaFacts, VideoFacts } from '#domain/clips/media-facts.ts'
import type { Cue } from '#domain/cues/cue.ts'
import type { Focus } from '#domain/renders/framing.ts'
import { type PlanProblem, planRender, type Range, type RenderPlan } from '#domain/renders/plan.ts'
import type { RenderPreset } from '#domain/renders/preset.ts'
import { assertNever, fail, type Result, succeed } from '#domain/result.ts'

/** The cues of one track, with times of the clip. */
export type RenderTrack = Readonly<{ language: string; cues: readonly Cue[] }>

/** Everything that decides a render, beside what draws it. */
export type RenderWork = Readonly<{
  /** The clip: its bytes' hash, where it lies, what a person calls it. */
  clip: Readonly<{ hash: string; path: string; name: string }>
  plan: RenderPlan
  video: VideoFacts
  tracks: readonly RenderTrack[]
  /** Words that were not approved are in it: the picture says so (FLOW2). */
  preview: boolean
}>

export type WorkOrder = Readonly<{
  clip: RenderWork['clip']
  facts: MediaFacts
  preset: RenderPreset
  tracks: readonly RenderTrack[]
  preview: boolean
  focus: Focus
  range: Range | null
}>

/** Plans a render, or says why the preset cannot be met. */
export function workOf(order: WorkOrder): Result<RenderWork, Failure> {
  const { clip, facts, preset, tracks, preview } = order
  const plan = planRender(facts, preset, order)
  if ('kind' in plan) return fail(impossible(clip.name, plan))
  const { video } = facts
  if (video === null) return fail(impossible(clip.name, { kind: 'no-picture' }))
  const empty = preset.subtitles.kind === 'soft' && tracks.some(({ cues }) => cues.length === 0)
  if (empty) return fail(failure('no-subtitles', { name: clip.name }))
  return succeed({ clip, plan, video, tracks, preview })
}

function impossible(name: string, problem: PlanProblem): Failure {
  const tell = (found: number, limit: number) =>
    failure('render-impossible', { name, reason: problem.kind, found, limit })
  switch (problem.kind) {
    case 'no-picture':
      return tell(0, 0)
    case 'range':
      return tell(0, inSeconds(problem.durationMs))
    case 'too-long':
      return tell(inSeconds(problem.durationMs), inSeconds(problem.maxMs))
    case 'too-large':
      return tell(inSeconds(problem.durationMs), Math.floor(problem.maxBytes / 1e6))
    default:
      return assertNever(problem)
  }
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000)
}
