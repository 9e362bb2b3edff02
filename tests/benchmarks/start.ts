import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { type Benchmark, quantile } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { makeLargeWorkspace, type Person } from './large-workspace.ts'
import { end, enter, firstLine, spawnShell } from './shells.ts'

const rounds = 7
const emptyPage = join(import.meta.dirname, 'pages/empty')

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
