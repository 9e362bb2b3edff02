import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { openWorkspace } from '#workspace/workspace.ts'

/**
 * Exports an article from a process of its own, which the caller may have put under limits, and prints how the
 * job ended: `node export-child.ts WORKSPACE ARTICLE`.
 */
const [, , folder = '', article = ''] = process.argv
const opened = await openWorkspace(folder, { mode: 'open' })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { router, services, newClient, close } = opened.value
const order = { id: uuidv7(), article, channel: 'portal', languages: ['vi'] }
const { job } = await call(router.packages.export, order, { context: newClient('child', true) })
const ended = await services.jobs.ended(job)
process.stdout.write(JSON.stringify({ state: ended.state, failure: ended.failure }))
await close()
