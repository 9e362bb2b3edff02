import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { type Benchmark, quantile } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { type LongTranslation, makeLongTranslation } from './long-translation.ts'
import { end, enter, firstLine, spawnShell } from './shells.ts'

const segments = 5000
const frames = 600
/** Pixels a frame: some ten rows a second more than a person reads, and a wheel turned as fast as it goes. */
const speeds = [40, 400]
const keys = 120
const confirmations = 25
/** Milliseconds, p95. */
const limits = { key: 50, confirmation: 100 }

/** Scrolling, typing and confirming in the translation desk with 5,000 segments, in Chromium. */
export async function run(): Promise<readonly Benchmark[]> {
  if (!(await buildIfStale())) throw new Error('The page could not be built')
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-grid-'))
  const browser = await launchChromium()
  try {
    const made = await makeLongTranslation(folder, segments)
    const child = spawnShell({ folder })
    try {
      const page = await openDesk(browser, await firstLine(child), made)
      const plain = await openPlain(browser, made.sentences)
      const scrolled = await scrolling(page, plain)
      return [scrolled, await typing(page), await confirming(page)]
    } finally {
      await end(child)
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const viewport = { width: 1366, height: 768 }

async function openDesk(browser: Browser, url: string, { person }: LongTranslation): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' })
  const leave = await enter(context, url, person)
  const page = await context.newPage()
  await page.goto(new URL('/', url).href)
  await page.getByRole('navigation', { name: 'Các bàn việc' }).getByText('Dịch', { exact: true }).click()
  await page.getByRole('button', { name: /Câu 0/ }).click()
  await page.getByRole('textbox', { name: /^Câu dịch số/ }).waitFor()
  leave()
  return page
}

/** The peer: the same sentences and nothing else, laid out once by the browser. */
async function openPlain(browser: Browser, sentences: readonly string[]): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  const rows = sentences.map((words) => `<li><p>${words}</p><p>${words}</p></li>`).join('')
  const style = 'div{height:700px;overflow-y:auto} li{display:grid;grid-template-columns:1fr 1fr;gap:12px}'
  await page.setContent(`<style>${style}</style><div><ul>${rows}</ul></div>`)
  return page
}

async function scrolling(page: Page, plain: Page): Promise<Benchmark> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  let blank = 0
  for (const speed of speeds) {
    const mine = await scroll(page, speed)
    samples.ours.push(...mine.frames)
    blank += mine.blank
    samples.peer.push(...(await scroll(plain, speed)).frames)
  }
  const value = quantile(samples.ours, 0.95)
  const peerValue = quantile(samples.peer, 0.95)
  const long = (times: readonly number[]) => times.filter((time) => time > 50).length
  return {
    name: 'grid',
    work: `a frame while scrolling ${segments} segments, in Chromium (p95)`,
    peer: 'the same sentences as plain text',
    value,
    peerValue,
    ratio: value / peerValue,
    goal: 1.5,
    notes: [
      `Of ${samples.ours.length} frames ${long(samples.ours)} took more than 50 ms (the peer: ${long(samples.peer)}); ${blank} showed a place without its row; a frame of 60 Hz is 16.7 ms.`,
    ],
  }
}

type Scrolled = Readonly<{ frames: readonly number[]; blank: number }>

/** Moves on by so many pixels with every frame. */
function scroll(page: Page, speed: number): Promise<Scrolled> {
  return page.evaluate(
    ([by, count]) =>
      new Promise<Scrolled>((resolve) => {
        const list = document.querySelector('ul:has([data-row])') ?? document.querySelector('ul')
        const box = list?.parentElement
        if (!box) throw new Error('There is nothing to scroll')
        box.scrollTop = 0
        const { left, top, width, height } = box.getBoundingClientRect()
        const frames: number[] = []
        let blank = 0
        let last: number | undefined
        function step(now: number) {
          if (last !== undefined) frames.push(now - last)
          last = now
          const there = document.elementFromPoint(left + width / 2, top + height / 2)
          if (!there?.closest('li')) blank += 1
          if (frames.length === count) return resolve({ frames, blank })
          if (box) box.scrollTop += by
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [speed, frames] as const,
  )
}

const target = '[role="textbox"][contenteditable="true"][aria-label^="Câu dịch số"]'

async function typing(page: Page): Promise<Benchmark> {
  await page.locator(target).click()
  const samples: number[] = []
  for (let at = 0; at < keys; at += 1) {
    const time = await timed(page, at % 6 === 5 ? 'Space' : 'a', 'painted')
    if (at >= 20 && time !== null) samples.push(time)
  }
  return limited('key → painted in a row of', samples, limits.key)
}

async function confirming(page: Page): Promise<Benchmark> {
  const samples: number[] = []
  for (let at = 0; samples.length < confirmations && at < 2 * confirmations; at += 1) {
    await page.keyboard.press('Control+A')
    const number = await page.evaluate((editor) => {
      const source = document.querySelector(editor)?.closest('[data-row]')?.textContent
      return /Câu (\d+),/.exec(source ?? '')?.[1] ?? ''
    }, target)
    await page.keyboard.type(`Sentence ${number} of the story.`)
    // What checks hold up is told first, and confirmed at the second time.
    const time = await timed(page, 'Control+Enter', 'moved-or-told')
    samples.push(time ?? (await timed(page, 'Control+Enter', 'moved')) ?? Number.NaN)
  }
  return limited('Ctrl+Enter → the next open row painted, caret in it, of', samples, limits.confirmation)
}

type Until = 'painted' | 'moved' | 'moved-or-told'

/**
 * From the key's own time to the frame that shows what it did; when another row is to come, to the frame with its
 * caret, and null when checks hold it up.
 */
async function timed(page: Page, key: string, until: Until): Promise<number | null> {
  await page.evaluate(
    ([editor, wanted]) => {
      const before = document.querySelector(editor)
      const arrived = () =>
        wanted === 'painted' || (document.activeElement !== before && document.activeElement?.matches(editor))
      const isTold = () =>
        wanted === 'moved-or-told' && Boolean(before?.closest('[data-row]')?.querySelector('[role="alert"]'))
      const painted = new Promise<number | null>((resolve, reject) => {
        function pressed({ timeStamp, key }: KeyboardEvent) {
          if (key === 'Control') return
          window.removeEventListener('keydown', pressed, true)
          function look() {
            if (arrived()) setTimeout(() => resolve(performance.now() - timeStamp))
            else if (isTold()) resolve(null)
            else if (performance.now() - timeStamp > 5000) reject(new Error('The next row never came'))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }
        window.addEventListener('keydown', pressed, true)
      })
      Object.assign(window, { painted })
    },
    [target, until] as const,
  )
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { painted: Promise<number | null> }).painted)
}

function limited(work: string, samples: readonly number[], limit: number): Benchmark {
  const value = quantile(samples, 0.95)
  return {
    name: 'grid',
    work: `${work} ${segments} (p95)`,
    peer: 'limit',
    value,
    peerValue: limit,
    ratio: value / limit,
    goal: 1,
    notes: [`${work} ${segments}: the median is ${quantile(samples, 0.5).toFixed(1)} ms.`],
  }
}
