import { expect, test } from 'vitest'
import type { SequencedEvent } from '#contract/events.ts'
import { makeClock } from '#tests/workspace/make-store.ts'
import { createEventService } from './event-service.ts'

async function take(events: AsyncGenerator<SequencedEvent>, count: number): Promise<SequencedEvent[]> {
  const taken: SequencedEvent[] = []
  while (taken.length < count) {
    const next = await events.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

test('a client that starts now hears what comes, in order', async () => {
  const events = createEventService()
  events.emit({ kind: 'people' })
  const following = take(events.follow(null), 2)
  events.emit({ kind: 'packages' })
  events.emit({ kind: 'storeWorks' })
  expect((await following).map(({ event }) => event.kind)).toEqual(['packages', 'storeWorks'])
})

test('a client that comes back hears what it missed, once', async () => {
  const events = createEventService()
  const follower = events.follow(null)
  const first = take(follower, 1)
  events.emit({ kind: 'people' })
  const [heard] = await first
  events.emit({ kind: 'packages' })
  events.emit({ kind: 'storeWorks' })
  const missed = await take(events.follow(heard?.seq ?? 0), 2)
  expect(missed.map(({ event }) => event.kind)).toEqual(['packages', 'storeWorks'])
})

test('who was away too long, or knew another run, is told to read everything again', async () => {
  const clock = makeClock()
  const before = createEventService(clock, 3)
  const start = clock.now() * 1000
  for (let n = 0; n < 10; n += 1) before.emit({ kind: 'people' })
  const [reset, ...rest] = await take(before.follow(start + 2), 1)
  expect(reset).toEqual({ seq: start + 10, event: { kind: 'reset' } })
  expect(rest).toEqual([])
  clock.move(1)
  const after = createEventService(clock)
  expect(await take(after.follow(start + 10), 1)).toMatchObject([{ event: { kind: 'reset' } }])
})

test('a waiting follower ends when it is aborted', async () => {
  const stop = new AbortController()
  const following = createEventService().follow(null, stop.signal).next()
  stop.abort()
  expect(await following).toMatchObject({ done: true })
})
