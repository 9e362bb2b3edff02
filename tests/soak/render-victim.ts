import { writeSync } from 'node:fs'
import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { openWorkspace } from '#workspace/workspace.ts'

/** The process that gets killed: it orders a film and dies in the middle of making it. Arguments: folder, clip's file. */
const [folder = '', film = ''] = process.argv.slice(2)
const opened = await openWorkspace(folder, { keyCost: 1024 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { services, router, newClient } = opened.value
const context = newClient('victim', true)
const founding = { id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin: '280926' }
const { owner, recoveryFile } = await call(router.people.createNewsroom, founding, { context })
await call(router.people.confirmRecovery, { recoveryFile }, { context })
await call(router.session.signIn, { profile: owner.id, pin: founding.pin }, { context })
const grant = services.grants.grant({ path: film, name: 'clip.mp4', owned: false }).id
const { job } = await call(router.clips.import, { id: uuidv7(), grant }, { context })
const clip = (await services.jobs.ended(job)).result ?? ''
const id = uuidv7()
const order = { id, clip, preset: 'zalo', range: { fromMs: 0, toMs: 4000 } }
await call(router.renders.start, order, { context })
while ((services.jobs.get(id)?.progress ?? 0) < 0.07) await new Promise((wake) => setTimeout(wake, 20))
writeSync(1, id)
process.kill(process.pid, 'SIGKILL')
