import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { openWorkspace } from '#workspace/workspace.ts'

/**
 * Imports a clip in a process of its own, which the caller may kill or put under limits, and prints how it went:
 * `node clip-import-child.ts WORKSPACE PROFILE PIN FILE`.
 */
const [, , folder = '', profile = '', pin = '', path = ''] = process.argv
const opened = await openWorkspace(folder, { mode: 'open', keyCost: 2 ** 10 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { router, services, newClient, close } = opened.value
const context = newClient('child', true)
await call(router.session.signIn, { profile, pin }, { context })
const { id: grant } = services.grants.grant({ path, name: 'clip.mkv', owned: false })
process.stdout.write('begun\n')
const { job } = await call(router.clips.import, { id: uuidv7(), grant, article: null }, { context })
const { failure, result } = await services.jobs.ended(job)
process.stdout.write('imported\n')
if (result !== null) {
  const { playback } = await call(router.clips.get, { clip: result }, { context })
  if (playback.job !== null) await services.jobs.ended(playback.job)
}
process.stdout.write(JSON.stringify({ failure, result }))
await close()
