import type { Failure } from '#contract/failures.ts'
import type { RenderOrder } from '#contract/renders.ts'
import type { Cue } from '#domain/cues/cue.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { DerivedFile } from '../services.ts'
import { makeFrame, renderRecipe } from './making.ts'
import { orderedWork, toolsOf } from './ordering.ts'
import { prepareSubtitles } from './prepared-subtitles.ts'
import type { RenderContext } from './render-context.ts'
import type { RenderWork } from './render-work.ts'

/** Longer than the one picture that is made. */
const always = 3_600_000
/** The last picture of a clip begins a little before its end. */
const lastMoment = 100

/** One picture of what a render would be, kept as the file of its recipe. */
export async function renderFrame(
  context: RenderContext,
  order: RenderOrder,
  atMs: number,
): Promise<Result<DerivedFile, Failure>> {
  const ordered = orderedWork(context, order)
  if (!ordered.ok) return ordered
  const { plan } = ordered.value.work
  const end = (plan.range?.fromMs ?? 0) + plan.durationMs
  const at = Math.max(0, Math.min(atMs, end - lastMoment))
  const work = stillAt(ordered.value.work, at)
  const subtitles = await prepareSubtitles(context.media.fonts, work)
  if (!subtitles.ok) return subtitles
  const drawn = { ...subtitles.value, soft: [] }
  const recipe = await renderRecipe(toolsOf(context), `picture at ${at}`, work, drawn)
  if (!recipe.ok) return recipe
  return context.assets.deriveFile({
    recipe: recipe.value,
    async make(aside) {
      const made = await makeFrame(toolsOf(context), work, drawn, aside, at)
      return made.ok ? succeed({ mediaType: 'image/png', ...plan.framing.size }) : made
    },
  })
}

/** The cues of one moment, from the first picture on: so nothing hangs on which picture a search finds. */
function stillAt(work: RenderWork, at: number): RenderWork {
  const shown = (cues: readonly Cue[]) =>
    cues.filter(({ start, end }) => start <= at && at < end).map((cue) => ({ ...cue, start: 0, end: always }))
  const plan = { ...work.plan, range: null, durationMs: always }
  return { ...work, plan, tracks: work.tracks.map((track) => ({ ...track, cues: shown(track.cues) })) }
}
