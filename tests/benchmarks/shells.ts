import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { BrowserContext } from 'playwright-core'
import { WebSocket } from 'ws'
import type { Contract } from '#contract/contract.ts'
import { socketChannels } from '#renderer/client/channels.ts'
import type { Person } from './large-workspace.ts'

const windowName = 'benchmark-window'
const shell = join(import.meta.dirname, 'served.ts')
const compiled = join(import.meta.dirname, '../../node_modules/.cache/compiled')

/** A browser shell in a process of its own, with another page than the program's if one is named. */
export function spawnShell({ folder, page }: Readonly<{ folder: string; page?: string }>): ChildProcess {
  const words = [shell, folder, ...(page === undefined ? [] : [page])]
  // what `tramtin` does for itself: both are started from compiled modules
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env })
}

export async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The shell has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The shell ended before it said where it is')
}

/** Trades the launch link for the window's cookie, and signs the person in under the window's name. */
export async function enter(context: BrowserContext, url: string, person?: Person): Promise<() => void> {
  const { origin } = new URL(url)
  const answer = await fetch(url, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
  await context.addInitScript((window) => sessionStorage.setItem('tramtin-window', window), windowName)
  if (person === undefined) return () => undefined
  const open = (address: string) => new WebSocket(address, { headers: { cookie, origin } }) as never
  const channels = socketChannels(`${origin.replace('http', 'ws')}/rpc?client=${windowName}`, open)
  const channel = await channels(new AbortController().signal)
  const client: ContractRouterClient<Contract> = createORPCClient(channel.link)
  await client.session.signIn(person)
  return channel.close
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
