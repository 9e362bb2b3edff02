import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { RenderOrder } from '#contract/renders.ts'
import { type Focus, middle } from '#domain/renders/framing.ts'
import type { Range } from '#domain/renders/plan.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import type { Command, CommandInput, Report } from '../command.ts'
import { renderFileAlone } from '../render-alone.ts'
import type { Sentences } from '../sentences.ts'

const askEvery = 200

/** What a finished film is, for `--json` and for the sentence. */
export type RenderedFilm = Readonly<{
  path: string
  bytes: number
  width: number
  height: number
  durationMs: number
  frameRate: Readonly<{ numerator: number; denominator: number }>
  subtitles: readonly string[]
  loudness: Readonly<{ integrated: number; truePeak: number }> | null
  losses: readonly Readonly<{ kind: string; count: number }>[]
}>

/**
 * Makes a film of a clip of the workspace (by its hash, with approved subtitles in the languages of `--lang`), or of
 * any file, with the cues of a subtitle file. It ends well only when the film was measured and is what the preset says.
 */
export const render: Command = {
  usage:
    'render CLIP | FILE --preset NAME [--subtitles FILE.srt] [--lang vi[,en]] [--focus 0.5,0.5] [--range 0-12.5] [--preview] --out FILE.mp4',
  options: {
    preset: { type: 'string' },
    subtitles: { type: 'string' },
    lang: { type: 'string' },
    focus: { type: 'string' },
    range: { type: 'string' },
    preview: { type: 'boolean' },
    out: { type: 'string' },
  },
  positionals: [1, 1],
  async run(input) {
    const [clip = ''] = input.positionals
    const { preset, out } = input.values
    if (typeof preset !== 'string') return fail(failure('not-found', { what: '--preset' }))
    if (typeof out !== 'string') return fail(failure('not-found', { what: '--out' }))
    const focus = readFocus(input.values['focus'])
    if (!focus.ok) return focus
    const range = readRange(input.values['range'])
    if (!range.ok) return range
    const order = { preset, out: resolve(out), focus: focus.value, range: range.value }
    const film = /^[0-9a-f]{64}$/.test(clip)
      ? await renderClip(input, clip, order)
      : await renderFileAlone({
          ...order,
          file: clip,
          subtitles: textOf(input.values['subtitles']),
          language: textOf(input.values['lang']) ?? 'vi',
          progress: tellProgress(input),
        })
    return film.ok ? succeed(report(film.value, input.sentences)) : film
  },
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function readFocus(value: string | boolean | undefined): Result<Focus, Failure> {
  if (typeof value !== 'string') return succeed(middle)
  const [x = Number.NaN, y = Number.NaN] = value.split(',').map(Number)
  const isShare = (each: number) => each >= 0 && each <= 1
  return isShare(x) && isShare(y)
    ? succeed({ x, y })
    : fail(failure('not-found', { what: `--focus ${value}` }))
}

function readRange(value: string | boolean | undefined): Result<Range | null, Failure> {
  if (typeof value !== 'string') return succeed(null)
  const [, from = '', to = ''] = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value) ?? []
  const range = { fromMs: Math.round(Number(from) * 1000), toMs: Math.round(Number(to) * 1000) }
  return to !== '' && range.toMs > range.fromMs
    ? succeed(range)
    : fail(failure('not-found', { what: `--range ${value}` }))
}

type Order = Readonly<{ preset: string; out: string; focus: Focus; range: Range | null }>

async function renderClip(
  input: CommandInput,
  clip: string,
  { out, ...order }: Order,
): Promise<Result<RenderedFilm, Failure>> {
  const connection = await input.connect()
  if (!connection.ok) return connection
  const { client } = connection.value
  const revision = input.values['preview'] === true ? 'now' : 'approved'
  const languages = textOf(input.values['lang'])?.split(',') ?? []
  const tracks = languages.map((language) => ({ document: `track:${clip}:${language}`, revision }) as const)
  const id = uuidv7()
  const started = await attempt(
    client.renders.start({ id, clip, tracks, ...order } satisfies RenderOrder & { id: string }),
  )
  if (!started.ok) return started
  const ended = await untilEnd(client, id, tellProgress(input))
  if (!ended.ok) return ended
  const saved = await attempt(client.renders.save({ id, path: out }))
  if (!saved.ok) return saved
  const made = await attempt(client.renders.get({ id }))
  if (!made.ok) return made
  const { file, losses } = made.value
  return file ? succeed({ ...file, path: out, losses }) : fail(failure('render-gone', { render: id }))
}

async function untilEnd(
  client: Client,
  id: string,
  progress: (fraction: number) => void,
): Promise<Result<null, Failure>> {
  for (;;) {
    const job = await attempt(client.jobs.get({ id }))
    if (!job.ok) return job
    if (job.value.failure) return fail(job.value.failure)
    if (job.value.state === 'cancelled') return fail(failure('cancelled', {}))
    if (job.value.state === 'done') return succeed(null)
    progress(job.value.progress ?? 0)
    await new Promise((wake) => setTimeout(wake, askEvery))
  }
}

/** Says every tenth once. */
function tellProgress({ progress, sentences }: CommandInput): (fraction: number) => void {
  let told = 0
  return (fraction) => {
    const tenth = Math.floor(fraction * 10)
    if (tenth <= told) return
    told = tenth
    progress(sentences.say('render.progress', { percent: tenth * 10 }))
  }
}

function report(film: RenderedFilm, { say }: Sentences): Report {
  const { path, bytes, width, height, durationMs, frameRate, loudness, losses } = film
  const { numerator, denominator } = frameRate
  const facts = {
    path,
    width,
    height,
    rate: denominator === 1 ? numerator : `${numerator}/${denominator}`,
    seconds: durationMs / 1000,
    megabytes: (bytes / 1e6).toFixed(1),
    loudness: loudness ? say('render.loudness', { lufs: loudness.integrated }) : '',
  }
  const lost = losses.map(({ kind, count }) =>
    say('render.lost', { what: say(`convert.loss.${kind}`, { names: '' }), count }),
  )
  return { data: film, lines: [say('render.done', facts), ...lost] }
}
