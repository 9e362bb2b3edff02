import { createRouterClient } from '@orpc/server'
import { openWorkspace } from '#workspace/workspace.ts'

// Started by the test as a process of its own: opens a bundle and is killed on the way.
const [folder = '', bundle = '', profile = '', pin = ''] = process.argv.slice(2)
const opened = await openWorkspace(folder, { keyCost: 2 ** 10, mailboxWaits: null })
if (!opened.ok) throw new Error(opened.failure.code)
const { router, newClient, services } = opened.value
const client = createRouterClient(router, { context: newClient('victim', true) })
await client.session.signIn({ profile, pin })
const { id: grant } = services.grants.grant({ path: bundle, name: 'goi.tramtin', owned: false })
process.stdout.write('ready\n')
await client.bundles.open({ grant })
process.stdout.write('opened\n')
await new Promise((resolve) => setTimeout(resolve, 60_000))
