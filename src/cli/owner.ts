import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import { type Failure, failureSchema } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Endpoint } from '#workspace/store/endpoint.ts'
import type { Client, Connection } from './client.ts'
import { existingFile } from './existing-file.ts'

const patience = 2000

/** Joins the process that owns the workspace; undefined when nobody answers. Ask only when an owner is known to live. */
export async function connectToOwner(endpoint: Endpoint): Promise<Connection | undefined> {
  const headers = { authorization: `Bearer ${endpoint.token}` }
  const sockets: WebSocket[] = []
  const openSocket = () => {
    const address = new URL('/rpc', endpoint.url)
    address.protocol = 'ws:'
    const socket = new WebSocket(address, { headers, handshakeTimeout: patience })
    sockets.push(socket)
    return socket
  }
  const another = (): Client => clientOver(openSocket())
  const first = openSocket()
  if (!(await opens(first))) return undefined
  return {
    client: clientOver(first),
    another,
    letIn: (path) => upload(endpoint.url, headers, path),
    close: async () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

function clientOver(socket: WebSocket): Client {
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
}

function opens(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('open', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
}

async function upload(
  url: string,
  headers: Readonly<Record<string, string>>,
  path: string,
): Promise<Result<string, Failure>> {
  const found = existingFile(path)
  if (!found.ok) return found
  const response = await fetch(new URL('/upload', url), {
    method: 'PUT',
    headers: { ...headers, 'x-file-name': encodeURIComponent(basename(path)) },
    body: await openAsBlob(found.value),
  })
  const answer: unknown = await response.json()
  if (response.ok) return succeed(String((answer as { grant?: unknown }).grant))
  const refused = failureSchema.safeParse(answer)
  if (refused.success) return fail(refused.data)
  throw new Error(`The owner refused an upload: ${response.status}`)
}
