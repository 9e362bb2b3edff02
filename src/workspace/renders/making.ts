import { type Failure, failure } from '#contract/failures.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Loudness } from '#domain/renders/loudness.ts'
import { checkOutput, type OutputFacts, type OutputFault } from '#domain/renders/output-check.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { MediaService } from '../media/media-service.ts'
import { inputGuard } from '../media/probe.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { FontHashes } from './font-hashes.ts'
import { languageCode } from './language-codes.ts'
import { readOutput, runMeter } from './output-facts.ts'
import type { PreparedSubtitles } from './prepared-subtitles.ts'
import { frameArguments, measureArguments, renderArguments } from './render-arguments.ts'
import type { RenderWork } from './render-work.ts'
import { inRunFolder } from './run-folder.ts'

export type RenderTools = Readonly<{
  media: MediaService
  fontHashes: FontHashes
  /** Where runs have their folders. */
  temporary: string
}>
export type RenderControl = Readonly<{
  signal: AbortSignal
  progress(fraction: number): void
  /** Told what ffmpeg says, piece by piece. */
  log(text: string): void
}>

/** Of the progress that is shown: measuring before, encoding, looking at what came out. */
const shares = { measure: 0.06, encode: 0.9 } as const
/** Raised when the same order would be made another way. */
const making = 1

/** All that decides a render's bytes; `what` tells a film from a picture of it. */
export async function renderRecipe(
  { media, fontHashes }: RenderTools,
  what: string,
  { clip, plan }: RenderWork,
  { burned, soft }: PreparedSubtitles,
): Promise<Result<string, Failure>> {
  const programs = await media.programs()
  if (!programs.ok) return programs
  const { names, source, date, channels, ...preset } = plan.preset
  const fonts = await Promise.all((burned?.fonts ?? []).map((path) => fontHashes.of(path)))
  return succeed(
    canonicalJson({
      kind: 'render',
      making,
      what,
      clip: clip.hash,
      preset,
      framing: plan.framing,
      rate: plan.rate,
      range: plan.range,
      script: burned ? sha256Hex(burned.script) : null,
      fonts,
      soft: soft.map(({ text, language }) => [languageCode(language), sha256Hex(text)]),
      by: programs.value.build,
    }),
  )
}

/**
 * Makes a render at `output` and looks at it before it says that it is done: what is not as it was ordered is a
 * failure. The clip is only read (MEDIA1).
 */
export async function makeRender(
  tools: RenderTools,
  work: RenderWork,
  subtitles: PreparedSubtitles,
  output: string,
  control: RenderControl,
): Promise<Result<OutputFacts, Failure>> {
  const { media } = tools
  const { clip, plan, video } = work
  const programs = await media.programs()
  if (!programs.ok) return programs
  const source = { input: clip.path, guard: inputGuard, known: programs.value.filters }
  const measured = await measure(media, work, control)
  if (!measured.ok) return measured
  control.progress(shares.measure)
  const run = {
    ...source,
    output,
    burns: subtitles.burned !== null,
    soft: subtitles.soft,
    measured: measured.value,
  }
  const encoded = await inRunFolder(tools.temporary, subtitles, (folder) =>
    media.run({
      name: clip.name,
      folder,
      arguments: renderArguments(plan, video, run),
      signal: control.signal,
      progress: ({ outMs }) => {
        const part = Math.min(1, outMs / Math.max(1, plan.durationMs))
        control.progress(shares.measure + part * shares.encode)
      },
    }),
  )
  control.log(encoded.log)
  if (!encoded.result.ok) return encoded.result
  const found = await readOutput(media, { path: output, name: clip.name }, control.signal)
  if (!found.ok) return found
  const languages = subtitles.soft.map(({ language }) => languageCode(language))
  const faults = checkOutput({ plan, subtitles: languages, measured: measured.value }, found.value)
  const [first] = faults
  return first ? fail(wrong(clip.name, first, faults.length)) : found
}

async function measure(
  media: MediaService,
  { clip, plan }: RenderWork,
  { signal }: RenderControl,
): Promise<Result<Loudness | null, Failure>> {
  if (!plan.hasAudio || plan.preset.loudness === null) return succeed(null)
  return runMeter(media, clip.name, measureArguments(plan, { input: clip.path, guard: inputGuard }), signal)
}

function wrong(name: string, { what, expected, found }: OutputFault, faults: number): Failure {
  return failure('render-wrong', { name, what, expected, found, faults })
}

/** Makes one picture of what a render would be, as a PNG at `output`. */
export async function makeFrame(
  tools: RenderTools,
  work: RenderWork,
  subtitles: PreparedSubtitles,
  output: string,
  atMs: number,
): Promise<Result<null, Failure>> {
  const { clip, plan, video } = work
  const programs = await tools.media.programs()
  if (!programs.ok) return programs
  const burns = subtitles.burned !== null
  const run = { input: clip.path, guard: inputGuard, output, burns, known: programs.value.filters }
  const { result } = await inRunFolder(tools.temporary, subtitles, (folder) =>
    tools.media.run({
      name: clip.name,
      folder,
      arguments: frameArguments(plan, video, run, atMs),
      progress: () => undefined,
    }),
  )
  if (!result.ok) return result
  return result.value.frames > 0
    ? succeed(null)
    : fail(failure('media-failed', { name: clip.name, detail: `${atMs} ms` }))
}
