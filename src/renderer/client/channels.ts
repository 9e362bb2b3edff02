import type { ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

/** One open way to the workspace. Once closed it stays closed: the connection opens another. */
export type Channel = Readonly<{
  link: ClientLink<Record<never, never>>
  closed: Promise<void>
  close(): void
}>

/** Opens a channel, or rejects when there is nobody at the other side now. */
export type OpenChannel = (signal: AbortSignal) => Promise<Channel>

/** The browser shell's way: a WebSocket on the page's own origin. */
export function socketChannels(url: string, openSocket = openWebSocket): OpenChannel {
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = openSocket(url)
      signal.addEventListener('abort', () => socket.close(), { once: true })
      socket.addEventListener('error', () => reject(new Error('no answer')), { once: true })
      socket.addEventListener('open', () => resolve(socketChannel(socket)), { once: true })
    })
}

function openWebSocket(url: string): WebSocket {
  return new WebSocket(url)
}

function socketChannel(websocket: WebSocket): Channel {
  return {
    link: new SocketLink({ websocket }),
    closed: new Promise((resolve) => websocket.addEventListener('close', () => resolve(), { once: true })),
    close: () => websocket.close(),
  }
}

/** Electron's way: a port to the workspace process, asked of the preload script each time. */
export function portChannels(requestPort: (signal: AbortSignal) => Promise<MessagePort>): OpenChannel {
  return async (signal) => portChannel(await requestPort(signal))
}

export function portChannel(port: MessagePort): Channel {
  const link = new PortLink({ port })
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  port.addEventListener('close', () => resolve())
  port.start()
  const close = () => {
    port.close()
    // A port tells the other side that it closed, never its own.
    resolve()
  }
  return { link, closed, close }
}
