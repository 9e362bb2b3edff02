import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { WebSocket } from 'ws'
import type { Contract } from '#contract/contract.ts'
import { socketChannels } from '#renderer/client/channels.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { type Benchmark, quantile } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { makeLargeWorkspace, type Person } from './large-workspace.ts'

const rounds = 7
const windowName = 'benchmark-window'
const emptyPage = join(import.meta.dirname, 'pages/empty')
const shell = join(import.meta.dirname, 'served.ts')
const compiled = join(import.meta.dirname, '../../node_modules/.cache/compiled')

/** Milliseconds until the shell says where it is, and from there until the page can be used. */
type Start = Readonly<{ shell: number; page: number }>

/**
 * From starting the shell's process to a list that can be clicked, in a fresh window without any cache, against an
 * empty page of the same shell. The PIN is typed by a person: signing in happens between shell and page, and its
 * time does not count.
 */
export async function run(): Promise<Benchmark> {
  if (!(await buildIfStale())) throw new Error('The page could not be built')
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-start-'))
  const large = join(folder, 'large')
  const browser = await launchChromium()
  try {
    const person = await makeLargeWorkspace(large)
    const samples = { ours: [] as Start[], peer: [] as Start[] }
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await start(browser, { folder: large, person, usable: '.wd-row .wd-row-title' })
      const peer = await start(browser, {
        folder: join(folder, 'small'),
        page: emptyPage,
        usable: '[data-usable]',
      })
      // The first of each warms the disk.
      if (round > 0) samples.ours.push(ours)
      if (round > 0) samples.peer.push(peer)
    }
    return benchmarkOf(samples)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchmarkOf({
  ours,
  peer,
}: Readonly<{ ours: readonly Start[]; peer: readonly Start[] }>): Benchmark {
  const value = median(ours, total)
  const peerValue = median(peer, total)
  return {
    name: 'start',
    work: 'from starting the shell to a clickable list of 50,000 articles, no cache (median)',
    peer: 'an empty page, same shell',
    value,
    peerValue,
    ratio: value / peerValue,
    goal: 1.5,
    notes: [
      `Of ours the shell takes ${parts(ours)}; of the peer's ${parts(peer)}.`,
      'Sign-in (a PIN typed by a person) lies between the two and does not count; the window is fresh, without any cache.',
    ],
  }
}

const total = (each: Start) => each.shell + each.page

function median(starts: readonly Start[], of: (start: Start) => number): number {
  return quantile(starts.map(of), 0.5)
}

function parts(starts: readonly Start[]): string {
  const part = (of: (each: Start) => number) => `${Math.round(median(starts, of))} ms`
  return `${part(({ shell }) => shell)} and the page ${part(({ page }) => page)}`
}

type Way = Readonly<{ folder: string; usable: string; page?: string; person?: Person }>

async function start(browser: Browser, way: Way): Promise<Start> {
  const started = performance.now()
  const child = spawnShell(way)
  const url = await firstLine(child)
  const shellTime = performance.now() - started
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  try {
    const leave = await enter(context, url, way.person)
    const page = await context.newPage()
    const pageTime = await openUntilUsable(page, new URL('/', url).href, way.usable)
    leave()
    return { shell: shellTime, page: pageTime }
  } finally {
    await context.close()
    await end(child)
  }
}

function spawnShell({ folder, page }: Way): ChildProcess {
  const words = [shell, folder, ...(page === undefined ? [] : [page])]
  // what `tramtin` does for itself: both are started from compiled modules
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], env })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The shell has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The shell ended before it said where it is')
}

/** Trades the launch link for the window's cookie, and signs the person in under the window's name. */
async function enter(context: BrowserContext, url: string, person?: Person): Promise<() => void> {
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

/** Until the element is drawn and is what a click there would hit. */
async function openUntilUsable(page: Page, address: string, usable: string): Promise<number> {
  const started = Date.now()
  await page.goto(address, { waitUntil: 'commit' })
  const usableAt = await page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const box = document.querySelector(selector)?.getBoundingClientRect()
          const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
          if (hit?.closest(selector)) setTimeout(() => resolve(performance.timeOrigin + performance.now()))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    usable,
  )
  return usableAt - started
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
