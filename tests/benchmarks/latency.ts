import type { Page } from 'playwright-core'
import { type Benchmark, quantile } from './benchmark.ts'
import { openEditorPages } from './editor-pages.ts'

const keys = 400
const firstKeys = 20
const paragraph = 60
const typed = ['l', 'e', 'Space', 'h', 'o', 'i', 'Space', 't', 'r', 'a', 'Space']

/** From a key to the frame that shows it, key by key in turn: what else the machine does meets both. */
export async function run(): Promise<Benchmark> {
  const pages = await openEditorPages()
  try {
    const ours = await editorIn(await pages.newPage(), 'ours')
    const bare = await editorIn(await pages.newPage(), 'bare')
    const samples = { ours: [] as number[], peer: [] as number[] }
    for (let at = 0; at < firstKeys + keys; at += 1) {
      const key = typed[at % typed.length] ?? 'a'
      const mine = await press(ours, key)
      const theirs = await press(bare, key)
      // The first keys compile the code.
      if (at >= firstKeys) samples.ours.push(mine)
      if (at >= firstKeys) samples.peer.push(theirs)
    }
    const value = quantile(samples.ours, 0.95)
    const peerValue = quantile(samples.peer, 0.95)
    return {
      name: 'latency',
      work: 'keystroke → painted, 20,000-word article, in Chromium (p95)',
      peer: 'bare Lexical, same text',
      value,
      peerValue,
      ratio: value / peerValue,
      goal: 1.1,
      notes: [medians(samples)],
    }
  } finally {
    await pages.close()
  }
}

function medians({ ours, peer }: Readonly<{ ours: readonly number[]; peer: readonly number[] }>): string {
  const median = (times: readonly number[]) => `${quantile(times, 0.5).toFixed(1)} ms`
  return `The medians are ${median(ours)} and ${median(peer)}; a frame of 60 Hz is 16.7 ms.`
}

async function editorIn(page: Page, which: 'ours' | 'bare'): Promise<Page> {
  await page.evaluate((name) => window.editors?.show(name), which)
  const text = page.locator(`[contenteditable] > :nth-child(${paragraph})`)
  await text.scrollIntoViewIfNeeded()
  await text.click()
  await page.keyboard.press('End')
  return page
}

async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key)
  return page.evaluate(() => window.editors?.painted() ?? 0)
}
