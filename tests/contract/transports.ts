import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { WebSocket as NodeSocket } from 'ws'
import { startBrowserShell } from '#browser/shell.ts'
import { servePorts } from '#main/port-server.ts'
import { type OpenChannel, portChannels, socketChannels } from '#renderer/client/channels.ts'
import type { Workspace } from '#workspace/workspace.ts'

/** A served workspace as windows reach it. */
export type Reach = Readonly<{
  /** How a window of this name opens its channels. */
  channels(name: string): OpenChannel
  /** Breaks every open channel without a word, as a crash or a lost socket would. */
  drop(): void
  close(): Promise<void>
}>

export type Transport = Readonly<{
  name: string
  open(workspace: Workspace, rendererRoot: string): Promise<Reach>
}>

const report = (error: unknown): never => {
  throw error
}

/** Electron's transport: message ports, as its utility process serves them. */
const messagePort: Transport = {
  name: 'MessagePort',
  async open(workspace) {
    const serve = servePorts(workspace, report)
    const open = new Set<NodePort>()
    const channels = (name: string) =>
      portChannels(async () => {
        const { port1, port2 } = new MessageChannel()
        open.add(port1)
        serve(name, portMain(port1) as never)
        return port2 as unknown as MessagePort
      })
    const drop = () => {
      for (const port of open) port.close()
      open.clear()
    }
    return { channels, drop, close: async () => drop() }
  },
}

/** The browser shell's transport: a WebSocket that came in through a launch link. */
const webSocket: Transport = {
  name: 'WebSocket',
  async open(workspace, rendererRoot) {
    const shell = await startBrowserShell({ workspace, rendererRoot, report })
    const entered = await fetch(shell.url, { redirect: 'manual' })
    const headers = {
      cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '',
      origin: shell.origin,
    }
    const open = new Set<NodeSocket>()
    const openSocket = (url: string) => {
      const socket = new NodeSocket(url, { headers })
      open.add(socket)
      return socket as unknown as WebSocket
    }
    const address = shell.origin.replace('http', 'ws')
    const drop = () => {
      for (const socket of open) socket.terminate()
      open.clear()
    }
    return {
      channels: (name) => socketChannels(`${address}/rpc?client=${name}`, openSocket),
      drop,
      close: shell.close,
    }
  },
}

export const transports: readonly Transport[] = [messagePort, webSocket]

/** A Node port under the interface of Electron's: events carry `data`, and nothing comes before `start`. */
function portMain(port: NodePort) {
  const wrapped = Object.assign(new EventEmitter(), {
    start() {
      port.on('message', (data) => wrapped.emit('message', { data }))
      port.on('close', () => wrapped.emit('close'))
    },
    postMessage: (data: unknown) => port.postMessage(data),
  })
  return wrapped
}
