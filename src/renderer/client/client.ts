import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { useSyncExternalStore } from 'react'
import { type OpenChannel, portChannels, socketChannels } from './channels.ts'
import { type ConnectionState, createConnection } from './connection.ts'
import { requestElectronPort } from './electron-port.ts'
import { electronBridge } from './shell.ts'
import { createWorkspaceEvents } from './workspace-events.ts'

/** The window's one connection to its workspace. */
export const connection = createConnection({ open: shellChannels(), client: 'renderer' })
/** The contract's operations: `client.articles.get({ id })`. */
export const client = connection.client
/** The same for React Query: `useQuery(orpc.articles.list.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(client)
/** What the workspace tells all its clients, resumed after a break. */
export const workspaceEvents = createWorkspaceEvents(connection, new AbortController().signal)

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.state.subscribe, connection.state.get)
}

function shellChannels(): OpenChannel {
  const bridge = electronBridge()
  if (bridge !== undefined) return portChannels((signal) => requestElectronPort(bridge, signal))
  return socketChannels(`${window.location.origin.replace(/^http/, 'ws')}/rpc?client=${windowName()}`)
}

/** Lasts as long as the window, reloads included: the workspace knows by it who is signed in here. */
function windowName(): string {
  const name = sessionStorage.getItem('tramtin-window') ?? crypto.randomUUID()
  sessionStorage.setItem('tramtin-window', name)
  return name
}
