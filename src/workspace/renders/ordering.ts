import type { Failure } from '#contract/failures.ts'
import type { RenderOrder } from '#contract/renders.ts'
import type { OutputFacts } from '#domain/renders/output-check.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Loss } from '#formats/subtitles/losses.ts'
import type { DerivedFile } from '../services.ts'
import { writeFailure } from '../store/durable-files.ts'
import { makeRender, type RenderControl, renderRecipe } from './making.ts'
import { type OrderedTracks, readTracks, type UsedTrack } from './ordered-tracks.ts'
import { readOutput } from './output-facts.ts'
import { type PreparedSubtitles, prepareSubtitles } from './prepared-subtitles.ts'
import { findPreset } from './preset-files.ts'
import type { RenderContext } from './render-context.ts'
import { factsOf } from './render-rows.ts'
import { type RenderWork, workOf } from './render-work.ts'

export type OrderedWork = Readonly<{ work: RenderWork; tracks: OrderedTracks }>

/** What an order asks for, with the clip as it lies here and the words as they stand; refused where it cannot be met. */
export function orderedWork(
  context: RenderContext,
  order: RenderOrder,
  pinned: readonly UsedTrack[] = [],
): Result<OrderedWork, Failure> {
  const clip = context.clips.find(order.clip)
  if (!clip.ok) return clip
  const preset = findPreset(context.presets, order.preset)
  if (!preset.ok) return preset
  const tracks = readTracks(context, order, pinned)
  if (!tracks.ok) return tracks
  const { hash, name, facts } = clip.value
  const work = workOf({
    clip: { hash, name, path: context.clips.pathOf(hash) },
    facts,
    preset: preset.value,
    tracks: tracks.value.tracks,
    preview: tracks.value.preview,
    focus: order.focus,
    range: order.range,
  })
  return work.ok ? succeed({ work: work.value, tracks: tracks.value }) : work
}

export type Rendered = Readonly<{
  file: DerivedFile
  recipe: string
  facts: OutputFacts
  losses: readonly Loss[]
}>

/** The file of a render: kept from before, or made now and looked at. */
export async function renderFile(
  context: RenderContext,
  work: RenderWork,
  control: RenderControl,
): Promise<Result<Rendered, Failure>> {
  const subtitles = await prepareSubtitles(context.media.fonts, work)
  if (!subtitles.ok) return subtitles
  const recipe = await renderRecipe(toolsOf(context), 'film', work, subtitles.value)
  if (!recipe.ok) return recipe
  const { losses } = subtitles.value
  for (;;) {
    const made = await derive(context, work, subtitles.value, recipe.value, control)
    // who made the same was stopped, and we were not
    const stopped = !made.ok && made.failure.code === 'cancelled' && !control.signal.aborted
    if (!stopped) return made.ok ? succeed({ ...made.value, recipe: recipe.value, losses }) : made
  }
}

async function derive(
  context: RenderContext,
  work: RenderWork,
  subtitles: PreparedSubtitles,
  recipe: string,
  control: RenderControl,
): Promise<Result<Pick<Rendered, 'file' | 'facts'>, Failure>> {
  let found: OutputFacts | undefined
  const file = await context.assets.deriveFile({
    recipe,
    async make(aside) {
      const made = await makeRender(toolsOf(context), work, subtitles, aside, control)
      if (!made.ok) return made
      found = made.value
      return succeed({ mediaType: 'video/mp4', ...work.plan.framing.size })
    },
  })
  if (!file.ok) return file
  const known = found ?? factsOf(context.store.read, recipe)
  if (known) return succeed({ file: file.value, facts: known })
  try {
    const read = await readOutput(
      context.media,
      { path: file.value.path, name: work.clip.name },
      control.signal,
    )
    return read.ok ? succeed({ file: file.value, facts: read.value }) : read
  } catch (error) {
    return fail(writeFailure(error, file.value.path))
  }
}

export function toolsOf({ media, fontHashes, paths }: RenderContext) {
  return { media, fontHashes, temporary: paths.temporary }
}
