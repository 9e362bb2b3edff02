import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, onTestFinished, test } from 'vitest'
import type { jobs } from '#contract/jobs.ts'
import { makeStore } from '#tests/workspace/make-store.ts'
import { operations } from './operations.ts'
import { reportBugs } from './rpc-errors.ts'

/** A client of an operation that throws, over a real port. */
function clientOf(work: () => void) {
  const list = operations.jobs.list.handler(() => {
    work()
    return []
  })
  const reported: unknown[] = []
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  const handler = new RPCHandler({ list }, { interceptors: [reportBugs((error) => reported.push(error))] })
  handler.upgrade(port1, { context: { client: 'c', profile: null, trusted: false } })
  port1.start()
  port2.start()
  const client: ContractRouterClient<Pick<typeof jobs, 'list'>> = createORPCClient(
    new RPCLink({ port: port2 }),
  )
  return { client, reported }
}

test('a disk that is full in the midst of an operation is a typed failure that names the file', async () => {
  const store = makeStore()
  store.write((db) => db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`))
  const { client, reported } = clientOf(() => {
    store.write((db) => db.prepare('INSERT INTO preferences VALUES (?, ?)').run('lan', 'x'.repeat(100_000)))
  })
  await expect(client.list()).rejects.toMatchObject({
    code: 'FAILURE',
    defined: true,
    data: { code: 'disk-full', facts: { path: store.read.name } },
  })
  expect(reported).toEqual([])
})

test('a bug is reported on this side and says nothing on the other', async () => {
  const { client, reported } = clientOf(() => {
    throw new TypeError('a bug')
  })
  await expect(client.list()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false })
  expect(reported).toMatchObject([{ message: 'a bug' }])
})
