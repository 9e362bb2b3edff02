import { type Failure, failure } from '#contract/failures.ts'
import type { PresetView } from '#contract/renders.ts'
import type { RenderPreset } from '#domain/renders/preset.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork, signedIn } from '../binding/signed-in.ts'
import { derivedPath } from '../store/paths.ts'
import { renderFrame } from './frames.ts'
import type { RenderContext } from './render-context.ts'
import type { RenderJobs } from './render-jobs.ts'
import { findRender, logOf, rendersOf, type StoredRender } from './render-rows.ts'
import { viewRender } from './render-view.ts'
import { saveCopy } from './saving.ts'

const listed = 200

/** `contract/renders.ts`. */
export function rendersRouter(context: RenderContext, renderJobs: RenderJobs) {
  const { renders } = operations
  return {
    presets: renders.presets.handler(() => [...context.presets.values()].map(viewPreset)),
    start: renders.start.handler(async ({ input: { id, ...order }, context: client }) => {
      const { id: profile } = answer(signedIn(context, client))
      return { job: answer(await renderJobs.start(id, order, profile)) }
    }),
    retry: renders.retry.handler(async ({ input, context: client }) => {
      const { id: profile } = answer(signedIn(context, client))
      const { order } = answer(find(context, input.render))
      return { job: answer(await renderJobs.start(input.id, order, profile)) }
    }),
    list: renders.list.handler(({ input }) =>
      Promise.all(rendersOf(context.store.read, input.clip, listed).map((each) => viewRender(context, each))),
    ),
    get: renders.get.handler(({ input }) => viewRender(context, answer(find(context, input.id)))),
    log: renders.log.handler(({ input }) => {
      const text = renderJobs.runningLog(input.job) ?? logOf(context.store.read, input.job)
      return answer(text === undefined ? fail(failure('job-unknown', { job: input.job })) : succeed({ text }))
    }),
    frame: renders.frame.handler(async ({ input: { atMs, ...order } }) => {
      const { hash, width, height } = answer(await renderFrame(context, order, atMs))
      return { url: `/render/${hash}/${order.preset}.png`, width: width ?? 0, height: height ?? 0 }
    }),
    save: renders.save.handler(async ({ input, context: client }) => {
      answer(mayWork(context, client))
      if (!client.trusted) answer(fail(failure('grant-unknown', { grant: input.path })))
      const { file } = await viewRender(context, answer(find(context, input.id)))
      if (!file) return answer(fail(failure('render-gone', { render: input.id })))
      answer(await saveCopy(derivedPath(context.paths, file.asset), input.path))
      return { bytes: file.bytes }
    }),
    download: renders.download.handler(async ({ input, context: client }) => {
      answer(mayWork(context, client))
      const { file } = await viewRender(context, answer(find(context, input.id)))
      return file ?? answer(fail(failure('render-gone', { render: input.id })))
    }),
  }
}

function find({ store }: RenderContext, id: string): Result<StoredRender, Failure> {
  const render = findRender(store.read, id)
  return render ? succeed(render) : fail(failure('not-found', { what: id }))
}

function viewPreset(preset: RenderPreset): PresetView {
  const { id, names, channels, frame, subtitles, loudness, maxBytes, maxMs, source, date } = preset
  const exact = frame.kind === 'exact'
  return {
    id,
    names,
    channels: [...channels],
    subtitles: subtitles.kind,
    size: exact ? { width: frame.width, height: frame.height } : null,
    crops: exact && frame.fit === 'crop',
    safeArea: subtitles.kind === 'burned' ? subtitles.safeArea : null,
    loudness,
    maxBytes,
    maxMs,
    source,
    date,
  }
}
