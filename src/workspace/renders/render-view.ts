import type { RenderView } from '#contract/renders.ts'
import { shownSize } from '#domain/clips/media-facts.ts'
import { trackOf } from '#domain/document-id.ts'
import { fileSlug } from '#domain/file-slug.ts'
import type { OutputFacts } from '#domain/renders/output-check.ts'
import type { DerivedFile } from '../services.ts'
import type { RenderContext } from './render-context.ts'
import type { StoredRender } from './render-rows.ts'

/** A render as a window shows it: what was ordered, how its job stands, and the file if it is still here. */
export async function viewRender(context: RenderContext, render: StoredRender): Promise<RenderView> {
  const { records, jobs, assets } = context
  const job = jobs.get(render.id)
  const file = render.recipe === null ? undefined : await assets.findDerived(render.recipe)
  return {
    id: render.id,
    order: render.order,
    tracks: [...render.tracks],
    preview: render.preview,
    at: render.at,
    by: { id: render.by, name: records.person(render.by)?.name ?? '' },
    // a stop between its two rows: the order is here, and nobody was told that it would be made
    state: job?.state ?? 'cancelled',
    progress: job?.progress ?? null,
    startedAt: job?.startedAt ?? render.at,
    failure: job?.failure ?? null,
    losses: render.losses.map(({ kind, count, names }) => ({ kind, count, names: [...names] })),
    file: file && render.facts ? viewFile(context, render, file, render.facts) : null,
  }
}

function viewFile(
  context: RenderContext,
  render: StoredRender,
  { hash, bytes }: DerivedFile,
  { media, subtitles, loudness }: OutputFacts,
): RenderView['file'] {
  const { video, durationMs } = media
  if (video === null) return null
  const name = downloadName(context, render)
  return {
    asset: hash,
    bytes,
    ...shownSize(video),
    durationMs,
    frameRate: video.frameRate,
    subtitles: [...subtitles],
    loudness: loudness && { integrated: loudness.integrated, truePeak: loudness.truePeak },
    url: `/render/${hash}/${name}`,
    name,
  }
}

/** ASCII, so that every phone, board and browser keeps it. */
function downloadName(context: RenderContext, { order, tracks, preview }: StoredRender): string {
  const clip = context.clips.find(order.clip)
  const title = clip.ok ? fileSlug(clip.value.name.replace(/\.[^.]*$/, '')) : ''
  const languages = tracks.map(({ document }) => trackOf(document)?.language ?? '')
  const parts = [title || 'clip', order.preset, ...languages, ...(preview ? ['preview'] : [])]
  return `${parts.join('-')}.mp4`
}
