import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { inputOptions } from '../media/probe.ts'
import type { MediaPrograms } from '../media/programs.ts'
import type { DerivedFile, JobControl, MediaFileFacts, Services, StoredClip } from '../services.ts'
import { writePeaks } from './peak-files.ts'
import { proxyArguments, thumbnailArguments } from './proxy-arguments.ts'

export type ClipNeeds = Pick<Services, 'store' | 'assets' | 'media' | 'jobs' | 'events'>
export type Making = 'proxy' | 'peaks'
type Control = Pick<JobControl, 'signal' | 'progress'>

/** What is part of every recipe of a clip's files: raised when a recipe's meaning changes and its words do not. */
const recipes = 1

/** Where a derived file of a clip is kept, or undefined. */
export async function findMade(
  { assets, media }: ClipNeeds,
  clip: StoredClip,
  what: Making,
): Promise<DerivedFile | undefined> {
  const tools = await media.programs()
  return tools.ok ? assets.findDerived(recipeOf(clip, what, tools.value)) : undefined
}

/** Makes a clip's proxy or the outline of its sound. */
export async function makeFile(
  needs: ClipNeeds,
  clip: StoredClip,
  what: Making,
  control: Control,
): Promise<Result<DerivedFile, Failure>> {
  const tools = await needs.media.programs()
  if (!tools.ok) return tools
  const { name, facts } = clip
  const path = needs.assets.pathOf(clip.hash)
  return needs.assets.deriveFile({
    recipe: recipeOf(clip, what, tools.value),
    make: (aside) =>
      what === 'proxy'
        ? writeProxy(needs, clip, tools.value, aside, control)
        : writePeaks(needs.media, { path, name, facts }, aside, control),
  })
}

function recipeOf({ hash, facts }: StoredClip, what: Making, { build, filters }: MediaPrograms): string {
  const words = proxyArguments(facts, { input: 'clip', output: 'proxy', guard: inputOptions(facts) }, filters)
  const made = what === 'proxy' ? words : []
  return canonicalJson({ kind: `clip-${what}`, recipes, clip: hash, arguments: [...made], build })
}

/** What ffmpeg made is read again before it counts as made: an interrupted disk leaves files that end early. */
async function writeProxy(
  { assets, media }: ClipNeeds,
  { hash, name, facts }: StoredClip,
  { filters }: MediaPrograms,
  output: string,
  { signal, progress }: Control,
): Promise<Result<MediaFileFacts, Failure>> {
  const files = { input: assets.pathOf(hash), output, guard: inputOptions(facts) }
  const { result } = await media.run({
    name,
    arguments: ['-v', 'error', ...proxyArguments(facts, files, filters)],
    signal,
    progress: ({ outMs }) => progress(facts.durationMs > 0 ? Math.min(1, outMs / facts.durationMs) : null),
  })
  if (!result.ok) return result
  const made = await media.probe({ path: output, name }, signal)
  if (!made.ok) return made
  const { video } = made.value
  if ((video === null) !== (facts.video === null) || made.value.durationMs === 0)
    return fail(failure('media-failed', { name, detail: made.value.container }))
  const size = { width: video?.width ?? null, height: video?.height ?? null }
  return succeed({ mediaType: video ? 'video/mp4' : 'audio/mp4', ...size })
}

const heights = [90, 180, 360, 720]
const grid = 1000

/** A picture of a clip, kept: `atMs` down to whole seconds, `height` up to the next of a few. */
export async function makeThumbnail(
  { assets, media }: ClipNeeds,
  clip: StoredClip,
  wanted: Readonly<{ atMs: number; height: number }>,
): Promise<Result<DerivedFile, Failure>> {
  const { video, durationMs } = clip.facts
  if (!video) return fail(failure('not-found', { what: clip.name }))
  const tools = await media.programs()
  if (!tools.ok) return tools
  const height = heights.find((each) => each >= wanted.height) ?? heights.at(-1) ?? 720
  const last = Math.max(0, Math.ceil(durationMs / grid) - 1)
  const atMs = Math.max(0, Math.min(last, Math.floor(wanted.atMs / grid))) * grid
  const { build, filters } = tools.value
  return assets.deriveFile({
    recipe: canonicalJson({ kind: 'clip-thumbnail', recipes, clip: clip.hash, atMs, height, build }),
    async make(output) {
      const files = { input: assets.pathOf(clip.hash), output, guard: inputOptions(clip.facts) }
      // sound may last longer than the pictures: the first picture stands for where there is none
      for (const moment of atMs === 0 ? [0] : [atMs, 0]) {
        const words = thumbnailArguments(video, files, { atMs: moment, height }, filters)
        const progress = () => undefined
        const { result } = await media.run({
          name: clip.name,
          arguments: ['-v', 'error', ...words],
          progress,
        })
        if (!result.ok) return result
        if (result.value.frames > 0) return succeed({ mediaType: 'image/jpeg', width: null, height })
      }
      return fail(failure('media-failed', { name: clip.name, detail: `${atMs} ms` }))
    },
  })
}
