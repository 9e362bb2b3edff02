import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Contract } from '#contract/contract.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { createClients } from '#workspace/binding/clients.ts'
import { reportBugs } from '#workspace/binding/rpc-errors.ts'
import type { Access, Caller } from './access.ts'
import { refuseRequest } from './request-guard.ts'

/** A long article committed from an import fits many times over; more than this is no honest message. */
const longestMessage = 64 * 1024 ** 2
const heartbeatMilliseconds = 15_000
const desertedSeconds = 3
const farewellMilliseconds = 1000

type SocketOptions = Readonly<{
  router: Router<Contract, ClientContext>
  access: Access
  port: number
  forget: (context: ClientContext) => void
  report: (error: unknown) => void
}>

/** The contract over a WebSocket at `/rpc?client=<window>`. */
export function createRpcSocket(options: SocketOptions) {
  const server = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false })
  const handler = new RPCHandler(options.router, { interceptors: [reportBugs(options.report)] })
  const clients = createClients(options.forget)
  const heartbeat = setInterval(() => server.clients.forEach(checkAlive), heartbeatMilliseconds)
  heartbeat.unref()

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined)
    const caller = admitted(options, request)
    if (caller === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    server.handleUpgrade(request, socket, head, (opened) => serve(opened, request, caller))
  }

  function serve(socket: WebSocket, request: IncomingMessage, caller: Caller): void {
    const key = windowKey(request, caller)
    const context = key === undefined ? clients.once(caller.kind === 'program') : clients.join(key)
    // A message too long or malformed: the connection ends by itself, and it is nobody's bug here.
    socket.on('error', () => undefined)
    socket.on('pong', () => waiting.delete(socket))
    socket.on('close', () => (key === undefined ? clients.end(context) : clients.leave(key)))
    void handler.upgrade(socket, { context })
  }

  const waiting = new WeakSet<WebSocket>()
  /** Ends connections whose other side is gone without a word, or reads nothing of what it is sent. */
  function checkAlive(socket: WebSocket): void {
    const stuck = waiting.has(socket) || socket.bufferedAmount > longestMessage
    waiting.add(socket)
    if (stuck) socket.terminate()
    else socket.ping()
  }

  async function untilDeserted(): Promise<void> {
    let quiet = 0
    while (quiet < desertedSeconds) {
      await setTimeout(1000)
      quiet = server.clients.size === 0 ? quiet + 1 : 0
    }
  }

  function close(): Promise<void> {
    clearInterval(heartbeat)
    for (const socket of server.clients) socket.close(1001)
    const late = setTimeout(farewellMilliseconds, undefined, { ref: false })
    // A window that stands still answers no farewell, and nobody waits half a minute for it.
    void late.then(() => {
      for (const socket of server.clients) socket.terminate()
    })
    return new Promise((resolve) => server.close(() => resolve()))
  }

  return { upgrade, untilDeserted, close }
}

function admitted({ access, port }: SocketOptions, request: IncomingMessage): Caller | undefined {
  const isRpc = request.url === '/rpc' || request.url?.startsWith('/rpc?') === true
  if (!isRpc || refuseRequest(request, port) !== undefined) return undefined
  return access.caller(request)
}

/** A window's own name within its cookie: another cookie can never take over who is signed in there. */
function windowKey(request: IncomingMessage, caller: Caller): string | undefined {
  if (caller.kind !== 'window') return undefined
  const client = /[?&]client=([\w-]{8,64})(?:&|$)/.exec(request.url ?? '')?.[1]
  return client === undefined ? undefined : `${caller.session} ${client}`
}
