import { articleDocument } from '#domain/document-id.ts'
import { succeed } from '#domain/result.ts'
import { releaseAfter } from '../binding/granted-job.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { attachClip } from './attaching.ts'
import { allClipRows, clipRowsOf } from './clip-rows.ts'
import { viewClip } from './clip-view.ts'
import { importClip } from './importing.ts'

/** `contract/clips.ts`. `catchUp` brings the lists up to date, of one article or of the newest. */
export function clipsRouter(services: Services, catchUp: () => void) {
  const { clips } = operations
  const view = async (hash: string) => {
    catchUp()
    return viewClip(services, answer(services.clips.find(hash)), true)
  }
  const prepare = async (hash: string) => {
    const clip = services.clips.find(hash)
    if (clip.ok) await services.clips.standing(clip.value, true)
  }
  return {
    import: clips.import.handler(async ({ input, context }) => {
      const { id: profile } = answer(signedIn(services, context))
      if (services.jobs.get(input.id)) return { job: input.id }
      const { path, name } = answer(services.grants.find(input.grant))
      const { id, article } = input
      await services.jobs.start({ id, kind: 'clipImport', subject: name }, async (control) => {
        const imported = await importClip(services, { path, name }, control)
        if (!imported.ok) return imported
        await prepare(imported.value)
        if (article === null) return imported
        const attached = await attachClip(services, { id, clip: imported.value, article, profile })
        return attached.ok ? succeed(imported.value) : attached
      })
      releaseAfter(services, id, input.grant)
      return { job: id }
    }),
    list: clips.list.handler(({ input }) => {
      catchUp()
      const { read } = services.store
      const rows =
        input.article === null ? allClipRows(read) : clipRowsOf(read, articleDocument(input.article))
      return Promise.all(rows.map((clip) => viewClip(services, clip)))
    }),
    get: clips.get.handler(({ input }) => view(input.clip)),
    prepare: clips.prepare.handler(({ input, context }) => {
      answer(signedIn(services, context))
      services.clips.retry(input.clip)
      return view(input.clip)
    }),
    peaks: clips.peaks.handler(async ({ input }) => {
      const { bytes, ...stretch } = answer(await services.clips.peaks(input.clip, input))
      return { base64: bytes.toString('base64'), ...stretch }
    }),
    attach: clips.attach.handler(async ({ input, context }) => {
      const { id: profile } = answer(signedIn(services, context))
      answer(services.clips.find(input.clip))
      answer(await attachClip(services, { ...input, profile }))
      return view(input.clip)
    }),
  }
}
