import { openWorkspace } from '#workspace/workspace.ts'
import { clientOf, type PurgeOrder, readOrder } from './purge-order.ts'

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
const beside = await begin(order.beside)
await client.secrets.purge({ id: order.purge, hit: order.hit, document: order.document, scope: order.scope })
await beside.ended
await opened.value.close()

/** What goes on beside the purge; it has begun when this settles. */
async function begin(what: PurgeOrder['beside']): Promise<Readonly<{ ended: Promise<unknown> }>> {
  if (what === 'nothing') return { ended: Promise.resolve() }
  if (what === 'backup') return { ended: client.maintenance.backup() }
  const [newest] = await client.maintenance.backups()
  await client.maintenance.restore({ name: newest?.name ?? '' })
  return { ended: Promise.resolve() }
}
