import type { Failure } from '#contract/failures.ts'
import type { Connection } from './connection.ts'
import { failureOf } from './failures.ts'
import { untilValue } from './stores.ts'
import { backoff, pause } from './timing.ts'

export type Following<Item> = Readonly<{
  connection: Connection
  /** Opens the stream at the place the last item left off. */
  open(signal: AbortSignal): Promise<AsyncIterable<Item>>
  /** Takes an item in. `reopen` ends the stream in hand; so does a bug, which is reported. */
  receive(item: Item): 'reopen' | undefined
  /** The workspace refuses the stream: no further try is made. */
  refused(failure: Failure): void
  signal: AbortSignal
  report?: (error: unknown) => void
}>

/** A bug met where nobody waits: the page's, or the test's, own handler of errors hears of it. */
export function throwApart(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

/** Follows a stream across lost connections until the signal ends it. `receive` moves the place on. */
export async function follow<Item>(following: Following<Item>): Promise<void> {
  const { connection, signal } = following
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const received = await followOnce(following)
    if (received === 'refused') return
    if (received > 0) attempt = 0
    await untilConnected(connection, signal)
    await pause(backoff(attempt), signal)
  }
}

async function followOnce<Item>(following: Following<Item>): Promise<number | 'refused'> {
  let received = 0
  try {
    for await (const item of await following.open(following.signal)) {
      if (following.signal.aborted || !takeIn(following, item)) break
      received += 1
    }
  } catch (error) {
    const failure = failureOf(error)
    if (failure === undefined) return received
    following.refused(failure)
    return 'refused'
  }
  return received
}

function takeIn<Item>({ receive, report = throwApart }: Following<Item>, item: Item): boolean {
  try {
    return receive(item) !== 'reopen'
  } catch (error) {
    report(error)
    return false
  }
}

async function untilConnected(connection: Connection, signal: AbortSignal): Promise<void> {
  const isConnected = (state: { kind: string }): state is { kind: 'connected' } => state.kind === 'connected'
  await untilValue<{ kind: string }, { kind: 'connected' }>(connection.state, isConnected, signal).catch(
    () => undefined,
  )
}
