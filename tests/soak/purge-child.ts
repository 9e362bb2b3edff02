import { openWorkspace } from '#workspace/workspace.ts'
import { clientOf, readOrder } from './purge-order.ts'

// Started by the test as a process of its own: carries out a purge and kills itself before one of its steps.
const order = readOrder(process.argv[2] ?? '')
const opened = await openWorkspace(order.folder, {
  keyCost: 2 ** 10,
  onPurgeStep: (step) => {
    if (step === order.killBefore) process.kill(process.pid, 'SIGKILL')
  },
})
if (!opened.ok) throw new Error(opened.failure.code)
const client = clientOf(opened.value)
await client.session.signIn({ profile: order.profile, pin: order.pin })
await client.secrets.purge({ id: order.purge, hit: order.hit, document: order.document, scope: order.scope })
await opened.value.close()
