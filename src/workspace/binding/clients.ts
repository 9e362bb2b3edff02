import { randomUUID } from 'node:crypto'

/** One client of the workspace: who is signed in there. Roles are asked of `records` each time. */
export type ClientContext = { readonly client: string; profile: string | null; readonly trusted: boolean }

/** How long a window that lost its connection is remembered, so that a short break signs nobody out. */
const remembered = 10 * 60_000

export type Clients = Readonly<{
  /** The context of a window that may come back under the same key; forgotten some time after `leave`. */
  join(key: string): ClientContext
  leave(key: string): void
  /** A context for one connection: a program's. */
  once(trusted: boolean): ClientContext
  /** The connection of a context from `once` is gone. */
  end(context: ClientContext): void
}>

/**
 * Who is connected, and who is signed in there. Shells ask for one context per window. `forget` is told of a client
 * that will not come back: its keys leave the memory.
 */
export function createClients(forget: (context: ClientContext) => void): Clients {
  const known = new Map<string, { context: ClientContext; connections: number; timer?: NodeJS.Timeout }>()

  function join(key: string): ClientContext {
    const entry = known.get(key) ?? { context: freshContext(false), connections: 0 }
    clearTimeout(entry.timer)
    entry.connections += 1
    known.set(key, entry)
    return entry.context
  }

  function leave(key: string): void {
    const entry = known.get(key)
    if (entry === undefined) return
    entry.connections -= 1
    if (entry.connections > 0) return
    entry.timer = setTimeout(() => {
      known.delete(key)
      forget(entry.context)
    }, remembered)
    entry.timer.unref()
  }

  return { join, leave, once: freshContext, end: forget }
}

function freshContext(trusted: boolean): ClientContext {
  return { client: randomUUID(), profile: null, trusted }
}
