import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Clock } from '#workspace/store/clock.ts'

/** How long a launch link that nobody opened stays good: it may wait in a terminal for a person to click it. */
const launchLifetime = 10 * 60_000
/** How many windows' cookies outlive a kill. */
const mostWindows = 64

/** Who sends a request: a window that came through a launch link, or a program that read the endpoint file. */
export type Caller = Readonly<{ kind: 'window'; session: string }> | Readonly<{ kind: 'program' }>

export type Access = Readonly<{
  /** For the endpoint file. */
  secret: string
  /** A link's token: good once, for ten minutes. */
  issueLaunch(): string
  /** Trades a launch token for a cookie's `name=value`, or undefined when it is spent, old or made up. */
  redeemLaunch(token: string): string | undefined
  caller(request: IncomingMessage): Caller | undefined
  /** Hashes of the cookies that are good. */
  windows(): readonly string[]
}>

export type AccessOptions = Readonly<{
  /** Cookies of a killed owner on the same port, whose windows may still hold unsaved text. */
  former?: readonly string[]
  /** Told when a window was let in. */
  onWindow?: () => void
}>

/** Keeps who may enter. Only hashes of what was handed out stay in memory, compared in constant time. */
export function createAccess(
  port: number,
  clock: Clock,
  { former = [], onWindow = () => undefined }: AccessOptions = {},
): Access {
  const launches = new Map<string, number>()
  const windows = new Set<string>(former)
  const secret = freshToken()
  // The port is in the name because cookies do not tell ports apart: two workspaces must not sign each other out.
  const cookieName = `tramtin-${port}`

  function issueLaunch(): string {
    const token = freshToken()
    launches.set(digest(token), clock.now() + launchLifetime)
    return token
  }

  function redeemLaunch(token: string): string | undefined {
    const goodUntil = launches.get(digest(token))
    launches.delete(digest(token))
    if (goodUntil === undefined || goodUntil < clock.now()) return undefined
    const session = freshToken()
    windows.add(digest(session))
    onWindow()
    return `${cookieName}=${session}`
  }

  function caller(request: IncomingMessage): Caller | undefined {
    const { authorization } = request.headers
    if (authorization !== undefined)
      return sameToken(authorization, `Bearer ${secret}`) ? { kind: 'program' } : undefined
    const session = digest(cookieOf(request.headers.cookie ?? '', cookieName) ?? '')
    return windows.has(session) ? { kind: 'window', session } : undefined
  }

  return { secret, issueLaunch, redeemLaunch, caller, windows: () => [...windows].slice(-mostWindows) }
}

function freshToken(): string {
  return randomBytes(32).toString('base64url')
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function sameToken(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(digest(left)), Buffer.from(digest(right)))
}

function cookieOf(header: string, name: string): string | undefined {
  const pair = header.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return pair?.trim().slice(name.length + 1)
}
