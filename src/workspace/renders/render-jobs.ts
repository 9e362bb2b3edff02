import type { Failure } from '#contract/failures.ts'
import { type RenderOrder, renderOrder } from '#contract/renders.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { JobControl } from '../services.ts'
import { diskFault } from '../store/faults.ts'
import type { OrderedTracks, UsedTrack } from './ordered-tracks.ts'
import { type OrderedWork, orderedWork, renderFile } from './ordering.ts'
import type { RenderContext } from './render-context.ts'
import { findRender, finishRender, insertRender, keepLog } from './render-rows.ts'

const logLength = 32_000

/** Renders as jobs: in a queue, on disk before they are promised, begun again after a stop. */
export type RenderJobs = Readonly<{
  start(id: string, order: RenderOrder, profile: string): Promise<Result<string, Failure>>
  /** Begins again what an earlier process left. */
  resume(): Promise<void>
  /** What ffmpeg said of a render that is being made; undefined when none is. */
  runningLog(id: string): string | undefined
}>

export function createRenderJobs(context: RenderContext): RenderJobs {
  const { jobs, store, clock } = context
  const logs = new Map<string, string>()

  async function enqueue(
    id: string,
    subject: string,
    order: RenderOrder,
    first?: OrderedWork,
  ): Promise<void> {
    const work = (control: JobControl) => run(id, order, control, first)
    await jobs.start({ id, kind: 'render', subject, input: order }, work)
  }

  async function run(
    id: string,
    order: RenderOrder,
    control: JobControl,
    first: OrderedWork | undefined,
  ): Promise<Result<string, Failure>> {
    const ordered = first ? succeed(first) : orderedWork(context, order, pinnedOf(id))
    if (!ordered.ok) return ordered
    const { work, tracks } = ordered.value
    try {
      const rendered = await renderFile(context, work, { ...control, log: (text) => addLog(id, text) })
      if (!rendered.ok) {
        addLog(id, JSON.stringify(rendered.failure))
        return fail(rendered.failure)
      }
      const { recipe, facts, losses } = rendered.value
      return await control.conclude((db) => {
        finishRender(db, id, { recipe, facts, losses, ...usedOf(tracks) })
        return succeed(id)
      })
    } finally {
      saveLog(id)
      context.events.emit({ kind: 'renders', clip: order.clip })
    }
  }

  function addLog(id: string, text: string): void {
    logs.set(id, `${logs.get(id) ?? ''}${text}\n`.slice(-logLength))
  }

  /** A log that a full disk does not take is no reason to call the render failed. */
  function saveLog(id: string): void {
    const log = logs.get(id)
    logs.delete(id)
    if (log === undefined) return
    try {
      store.write((db) => keepLog(db, id, log))
    } catch (error) {
      if (diskFault(error, '') === undefined) throw error
    }
  }

  function pinnedOf(id: string): readonly UsedTrack[] {
    return findRender(store.read, id)?.tracks ?? []
  }

  return {
    async start(id, order, profile) {
      if (jobs.get(id)) return succeed(id)
      const ordered = orderedWork(context, order)
      if (!ordered.ok) return ordered
      const { work, tracks } = ordered.value
      const row = { id, order, at: clock.now(), by: profile, ...usedOf(tracks) }
      await store.writeGrouped((db) => insertRender(db, row))
      await enqueue(id, work.clip.name, order, ordered.value)
      return succeed(id)
    },
    async resume() {
      for (const { id, subject, input } of jobs.left('render')) {
        const order = renderOrder.safeParse(input)
        if (order.success) await enqueue(id, subject, order.data)
      }
    },
    runningLog: (id) => logs.get(id),
  }
}

function usedOf({ used, preview }: OrderedTracks) {
  return { tracks: used, preview }
}
