import { type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/contract.ts'
import type { Failure } from '#contract/failures.ts'
import { protocolVersion } from '#contract/protocol.ts'
import type { SessionView } from '#contract/session.ts'
import type { Channel, OpenChannel } from './channels.ts'
import { ConnectionLost, failureOf } from './failures.ts'
import { createWatchedValue, untilValue, type WatchedValue } from './stores.ts'
import { backoff, pause } from './timing.ts'

export type Client = ContractRouterClient<Contract>

export type ConnectionState =
  | Readonly<{ kind: 'connecting' }>
  | Readonly<{ kind: 'connected'; session: SessionView }>
  /** Tries again by itself. */
  | Readonly<{ kind: 'lost'; attempt: number }>
  /** The workspace speaks another protocol (or refuses for a reason that trying again does not mend). */
  | Readonly<{ kind: 'refused'; failure: Failure }>

export type Connection = Readonly<{
  state: WatchedValue<ConnectionState>
  client: Client
  close(): void
}>

export type ConnectionOptions = Readonly<{
  open: OpenChannel
  client: 'renderer' | 'cli' | 'test'
  /** How long a call waits for a lost connection to come back before it fails. */
  patience?: number
}>

type Line = Readonly<{ kind: 'down' }> | Readonly<{ kind: 'up'; channel: Channel }>

/** Keeps one channel to the workspace open, says hello on each, and lets calls wait out short breaks. */
export function createConnection(options: ConnectionOptions): Connection {
  const state = createWatchedValue<ConnectionState>({ kind: 'connecting' })
  const line = createWatchedValue<Line>({ kind: 'down' })
  const ended = new AbortController()
  void keepOpen(options, state, line, ended.signal)
  const client: Client = createORPCClient(waitingLink(line, options.patience ?? 10_000, ended.signal))
  return { state, client, close: () => ended.abort(new ConnectionLost()) }
}

type Setter<Value> = ReturnType<typeof createWatchedValue<Value>>

async function keepOpen(
  options: ConnectionOptions,
  state: Setter<ConnectionState>,
  line: Setter<Line>,
  ended: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !ended.aborted; attempt += 1) {
    const channel = await openGreeted(options, state, ended)
    if (state.get().kind === 'refused') return
    if (channel !== undefined) {
      attempt = 0
      line.set({ kind: 'up', channel })
      await untilClosed(channel, ended)
      line.set({ kind: 'down' })
    }
    state.set({ kind: 'lost', attempt })
    await pause(backoff(attempt), ended)
  }
}

async function openGreeted(
  options: ConnectionOptions,
  state: Setter<ConnectionState>,
  ended: AbortSignal,
): Promise<Channel | undefined> {
  let channel: Channel | undefined
  try {
    channel = await options.open(ended)
    const direct: Client = createORPCClient(channel.link)
    const session = await direct.session.hello({ protocol: protocolVersion, client: options.client })
    state.set({ kind: 'connected', session })
    return channel
  } catch (error) {
    channel?.close()
    const failure = failureOf(error)
    if (failure !== undefined) state.set({ kind: 'refused', failure })
    return undefined
  }
}

async function untilClosed(channel: Channel, ended: AbortSignal): Promise<void> {
  const close = () => channel.close()
  ended.addEventListener('abort', close)
  if (ended.aborted) close()
  await new Promise((resolve) => {
    if (channel.lost.aborted) resolve(undefined)
    else channel.lost.addEventListener('abort', resolve, { once: true })
  })
  ended.removeEventListener('abort', close)
}

function waitingLink(
  line: WatchedValue<Line>,
  patience: number,
  ended: AbortSignal,
): ClientLink<Record<never, never>> {
  return {
    async call(path, input, options) {
      const channel = await availableChannel(line, patience, [ended, options.signal])
      try {
        return await untilLost(channel.link.call(path, input, options), channel.lost)
      } catch (error) {
        throw saysLost(error, options.signal) ? new ConnectionLost() : error
      }
    },
  }
}

/** A call on a channel that is gone may never be answered: it ends with the channel. */
function untilLost<Value>(call: Promise<Value>, lost: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new ConnectionLost())
    lost.addEventListener('abort', end)
    call.then(resolve, reject).finally(() => lost.removeEventListener('abort', end))
    if (lost.aborted) end()
  })
}

/** What an answer says comes as an ORPCError; all else that a link throws tells of the channel itself. */
function saysLost(error: unknown, signal: AbortSignal | undefined): boolean {
  return !(error instanceof ORPCError) && !(error instanceof TypeError) && signal?.aborted !== true
}

function isUp(line: Line): line is Line & { kind: 'up' } {
  return line.kind === 'up'
}

async function availableChannel(
  line: WatchedValue<Line>,
  patience: number,
  signals: readonly (AbortSignal | undefined)[],
): Promise<Channel> {
  const now = line.get()
  if (isUp(now)) return now.channel
  const given = signals.filter((signal) => signal !== undefined)
  const tired = AbortSignal.timeout(patience)
  try {
    return (await untilValue(line, isUp, AbortSignal.any([...given, tired]))).channel
  } catch (error) {
    throw tired.aborted ? new ConnectionLost() : error
  }
}
