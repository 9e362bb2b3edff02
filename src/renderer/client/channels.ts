import type { ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

/** One open way to the workspace. Once closed it stays closed: the connection opens another. */
export type Channel = Readonly<{
  link: ClientLink<Record<never, never>>
  /** Aborted when the channel is closed, by whichever side. */
  lost: AbortSignal
  close(): void
}>

/** Opens a channel, or rejects when there is nobody at the other side now. */
export type OpenChannel = (signal: AbortSignal) => Promise<Channel>

/** The browser shell's way: a WebSocket on the page's own origin. */
export function socketChannels(url: string, openSocket = openWebSocket): OpenChannel {
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = openSocket(url)
      const close = () => socket.close()
      signal.addEventListener('abort', close)
      // The signal outlives every try of a night without a workspace: it must not keep their sockets.
      socket.addEventListener('close', () => signal.removeEventListener('abort', close))
      socket.addEventListener('error', () => reject(new Error('no answer')), { once: true })
      socket.addEventListener('open', () => resolve(socketChannel(socket)), { once: true })
    })
}

function openWebSocket(url: string): WebSocket {
  return new WebSocket(url)
}

function socketChannel(socket: WebSocket): Channel {
  const lost = new AbortController()
  socket.addEventListener('close', () => lost.abort())
  const link = new SocketLink({ websocket: forgiving(socket) })
  return { link, lost: lost.signal, close: () => socket.close() }
}

const isOpen = 1 as const

/**
 * The open socket as the link sees it. Cancelling a stream on a socket that has just closed must not throw where
 * nobody listens; a call on it is ended by `lost`.
 */
function forgiving(socket: WebSocket) {
  return {
    addEventListener: socket.addEventListener.bind(socket),
    removeEventListener: socket.removeEventListener.bind(socket),
    readyState: isOpen,
    send(data: Parameters<WebSocket['send']>[0]): void {
      if (socket.readyState === isOpen) socket.send(data)
    },
  }
}

/** Electron's way: a port to the workspace process, asked of the preload script each time. */
export function portChannels(requestPort: (signal: AbortSignal) => Promise<MessagePort>): OpenChannel {
  return async (signal) => portChannel(await requestPort(signal))
}

function portChannel(port: MessagePort): Channel {
  const lost = new AbortController()
  const link = new PortLink({ port })
  port.addEventListener('close', () => lost.abort())
  port.start()
  const close = () => {
    port.close()
    // A port tells the other side that it closed, never its own.
    lost.abort()
  }
  return { link, lost: lost.signal, close }
}
