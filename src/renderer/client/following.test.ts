import { expect, onTestFinished, test } from 'vitest'
import type { SequencedEvent } from '#contract/events.ts'
import type { Connection } from './connection.ts'
import { follow } from './following.ts'
import { createWatchedValue } from './stores.ts'
import { createWorkspaceEvents } from './workspace-events.ts'

/** A connection that is there, whose stream of events comes to `items` and then stays open. */
function connectedTo(items: readonly SequencedEvent[], asked: (number | null)[] = []): Connection {
  const state = createWatchedValue({ kind: 'connected' })
  const followEvents = async ({ after }: { after: number | null }, { signal }: { signal: AbortSignal }) => {
    asked.push(after)
    return stream(
      items.filter(({ seq }) => seq > (after ?? 0)),
      signal,
    )
  }
  return { state, client: { events: { follow: followEvents } } } as unknown as Connection
}

async function* stream<Item>(items: readonly Item[], signal: AbortSignal): AsyncGenerator<Item> {
  yield* items
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

function ended(): AbortSignal {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  return stop.signal
}

test('a bug in one listener is reported, and neither the others nor what follows go unheard', async () => {
  const items = [1, 2].map((seq) => ({ seq, event: { kind: 'packages' } as const }))
  const asked: (number | null)[] = []
  const reported: unknown[] = []
  const events = createWorkspaceEvents(connectedTo(items, asked), ended(), (error) => reported.push(error))
  const heard: string[] = []
  events.subscribe(() => {
    throw new Error('a bug')
  })
  events.subscribe(({ kind }) => heard.push(kind))
  await expect.poll(() => heard).toEqual(['packages', 'packages'])
  expect(reported).toMatchObject([{ message: 'a bug' }, { message: 'a bug' }])
  expect(asked).toEqual([null])
})

test('what came while nobody listened yet is heard by all who begin together, once', async () => {
  const items = [1, 2].map((seq) => ({ seq, event: { kind: 'packages' } as const }))
  const asked: (number | null)[] = []
  const events = createWorkspaceEvents(connectedTo(items, asked), ended())
  await expect.poll(() => asked).toEqual([null])
  await new Promise((resolve) => setTimeout(resolve, 20))
  const heard: string[] = []
  events.subscribe(({ kind }) => heard.push(`first ${kind}`))
  events.subscribe(({ kind }) => heard.push(`second ${kind}`))
  await expect.poll(() => heard).toHaveLength(4)
  events.subscribe(({ kind }) => heard.push(`late ${kind}`))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toEqual(['first packages', 'second packages', 'first packages', 'second packages'])
})

test('what cannot be taken in is reported, and the stream is opened again', async () => {
  const reported: unknown[] = []
  const signal = ended()
  let opened = 0
  void follow<string>({
    connection: connectedTo([]),
    signal,
    async open() {
      opened += 1
      return stream(opened === 1 ? ['spoiled'] : [], signal)
    },
    receive() {
      throw new Error('a bug')
    },
    refused: () => undefined,
    report: (error) => reported.push(error),
  })
  await expect.poll(() => opened, { timeout: 5000 }).toBe(2)
  expect(reported).toMatchObject([{ message: 'a bug' }])
})
