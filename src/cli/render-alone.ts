import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { shownSize } from '#domain/clips/media-facts.ts'
import type { Cue } from '#domain/cues/cue.ts'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import type { Focus } from '#domain/renders/framing.ts'
import type { Range } from '#domain/renders/plan.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readSubtitles } from '#formats/subtitles/subtitles.ts'
import { createMedia } from '#workspace/media/media-service.ts'
import { createFontHashes } from '#workspace/renders/font-hashes.ts'
import { makeRender } from '#workspace/renders/making.ts'
import { prepareSubtitles } from '#workspace/renders/prepared-subtitles.ts'
import { findPreset, loadPresets } from '#workspace/renders/preset-files.ts'
import { type RenderWork, workOf } from '#workspace/renders/render-work.ts'
import { flushFile, moveDurably, writeFailure } from '#workspace/store/durable-files.ts'
import type { RenderedFilm } from './commands/render.ts'
import { existingFile } from './existing-file.ts'

export type AloneOrder = Readonly<{
  file: string
  preset: string
  /** A subtitle file of any format that is read; null for none. */
  subtitles: string | null
  language: string
  focus: Focus
  range: Range | null
  out: string
  progress(fraction: number): void
}>

/** Makes a film of a file that is in no workspace, beside its target and renamed when it has been looked at (SAFE3). */
export async function renderFileAlone(order: AloneOrder): Promise<Result<RenderedFilm, Failure>> {
  if (existsSync(order.out)) return fail(failure('target-exists', { path: order.out }))
  const media = createMedia()
  const work = await readOrder(media, order)
  if (!work.ok) return work
  const subtitles = await prepareSubtitles(media.fonts, work.value)
  if (!subtitles.ok) return subtitles
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(dirname(order.out), '.tramtin-'))
    const aside = join(folder, 'film.mp4')
    const tools = { media, fontHashes: createFontHashes(), temporary: folder }
    const control = { signal: stop.signal, progress: order.progress, log: () => undefined }
    const made = await makeRender(tools, work.value, subtitles.value, aside, control)
    if (!made.ok) return made
    await flushFile(aside)
    await moveDurably(aside, order.out)
    const { media: facts, bytes, subtitles: languages, loudness } = made.value
    const { video, durationMs } = facts
    const size = video ? shownSize(video) : work.value.plan.framing.size
    const { losses } = subtitles.value
    const frameRate = video?.frameRate ?? work.value.plan.rate
    return succeed({
      path: order.out,
      bytes,
      ...size,
      durationMs,
      frameRate,
      subtitles: languages,
      loudness,
      losses,
    })
  } catch (error) {
    return fail(writeFailure(error, order.out))
  } finally {
    process.off('SIGINT', interrupt)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

async function readOrder(
  media: ReturnType<typeof createMedia>,
  order: AloneOrder,
): Promise<Result<RenderWork, Failure>> {
  const found = existingFile(order.file)
  if (!found.ok) return found
  const presets = loadPresets()
  if (!presets.ok) return presets
  const preset = findPreset(presets.value, order.preset)
  if (!preset.ok) return preset
  const cues = order.subtitles === null ? succeed(null) : readCues(order.subtitles)
  if (!cues.ok) return cues
  const name = basename(order.file)
  const facts = await media.probe({ path: found.value, name })
  if (!facts.ok) return facts
  const { language, focus, range } = order
  return workOf({
    clip: { hash: '', path: found.value, name },
    facts: facts.value,
    preset: preset.value,
    tracks: cues.value === null ? [] : [{ language, cues: cues.value }],
    preview: false,
    focus,
    range,
  })
}

function readCues(path: string): Result<readonly Cue[], Failure> {
  const found = existingFile(path)
  if (!found.ok) return found
  const { file } = readSubtitles(readFileSync(found.value), path)
  const cues = cueEntries(file).map(({ cue }) => cue)
  return cues.length > 0 ? succeed(cues) : fail(failure('no-subtitles', { name: path }))
}
