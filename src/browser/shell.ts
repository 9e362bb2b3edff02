import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Router } from '@orpc/server'
import type { Contract } from '#contract/contract.ts'
import { protocolVersion } from '#contract/protocol.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import type { ServingServices } from '#workspace/files/resources.ts'
import { type Endpoint, removeEndpoint, writeEndpoint } from '#workspace/store/endpoint.ts'
import { type Access, createAccess } from './access.ts'
import { isForeignUser, tellsUsers } from './peer-user.ts'
import { createRoutes } from './routes.ts'
import { createRpcSocket } from './rpc-socket.ts'

// An import of it would read all it names, and with that load the whole of fetch and WebSocket: a twentieth of a start.
const { createServer } = process.getBuiltinModule('node:http')

type ServedWorkspace = Readonly<{
  services: ServingServices
  router: Router<Contract, ClientContext>
  /** Signs out a client that will not come back. */
  forgetClient(context: ClientContext): void
}>

export type BrowserShell = Readonly<{
  /** A launch link: opens the page once, for whoever follows it first. */
  url: string
  origin: string
  port: number
  access: Access
  /** Another launch link. */
  launchUrl(): string
  /** Settles when no window or program has been connected for some seconds (a reload is no leaving). */
  untilDeserted(): Promise<void>
  close(): Promise<void>
}>

export type BrowserShellOptions = Readonly<{
  workspace: ServedWorkspace
  /** The built page. */
  rendererRoot: string
  port?: number
  /** Of the shell before this one on the same port: its windows stay let in over a restart. */
  access?: Access
  /** Left behind by an owner that was killed: its windows still hold what it did not save, and try its port. */
  killed?: Endpoint | undefined
  /** Told of what should not happen: a bug behind an operation or a route. */
  report?: (error: unknown) => void
}>

/**
 * Serves one workspace to windows and programs of this user on this machine, and leaves an endpoint file by
 * which they find it. Everything is asked of 127.0.0.1 alone and needs a launch link's cookie or the endpoint's
 * secret (SEC2).
 */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { workspace, rendererRoot, report = () => undefined } = options
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000, maxHeaderSize: 16_384 })
  const { paths } = workspace.services
  const { killed } = options
  const port = await listenAgain(server, options.port ?? 0, portOf(killed))
  const origin = `http://127.0.0.1:${port}`
  // Another user may have held the port meanwhile and caught a cookie: it must be of no use to them.
  const former = tellsUsers && killed?.url === origin ? killed.windows : []
  const access =
    options.access ?? createAccess(port, workspace.services.clock, { former, onWindow: () => noteEndpoint() })
  const launchUrl = () => `${origin}/launch?token=${access.issueLaunch()}`
  const socket = createRpcSocket({
    router: workspace.router,
    forget: workspace.forgetClient,
    access,
    port,
    report,
  })
  server.on(
    'request',
    createRoutes({ services: workspace.services, rendererRoot, access, port, launchUrl, report }),
  )
  server.on('upgrade', socket.upgrade)
  server.on('connection', (peer) => isForeignUser(peer) && peer.destroy())
  function noteEndpoint(): void {
    const windows = [...access.windows()]
    const { secret: token } = access
    try {
      writeEndpoint(paths, { protocol: protocolVersion, url: origin, token, pid: process.pid, windows })
    } catch (error) {
      // A full disk keeps other programs from finding us; the window must still open, to make room.
      report(error)
    }
  }
  noteEndpoint()
  const close = async () => {
    removeEndpoint(paths)
    await Promise.all([socket.close(), closeServer(server)])
  }
  const { untilDeserted } = socket
  return { url: launchUrl(), origin, port, access, launchUrl, untilDeserted, close }
}

function portOf(endpoint: Endpoint | undefined): number {
  return Number(URL.parse(endpoint?.url ?? '')?.port ?? 0)
}

/** On the port that is asked for; else on the former one, if nobody took it meanwhile. */
async function listenAgain(server: Server, asked: number, former: number): Promise<number> {
  if (asked !== 0 || former === 0) return listen(server, asked)
  return listen(server, former).catch(() => listen(server, 0))
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
