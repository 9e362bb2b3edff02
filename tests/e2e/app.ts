import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, onTestFailed } from 'vitest'
import { findChromium } from '#browser/window.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const smallestScreen = { width: 1366, height: 768 }
const cli = new URL('../../src/cli/tramtin.ts', import.meta.url).pathname

/** How many times slower than on this machine the pages run: a race that a slow PC loses is found on a fast one. */
const slowness = Number(process.env['TRAMTIN_E2E_SLOWNESS'] ?? 1)

export type RunningApp = Readonly<{
  folder: string
  workspace: string
  /** A window of its own, with its own cookie, at the smallest screen and in Vietnamese. */
  openWindow(options?: WindowOptions): Promise<Page>
  stop(signal?: NodeJS.Signals): Promise<void>
}>
export type WindowOptions = Readonly<{ colourScheme?: 'light' | 'dark' }>

/** Starts `tramtin serve` as a user's machine would, on a folder of its own. */
export async function startApp(folder = makeFolder()): Promise<RunningApp> {
  const workspace = join(folder, 'kho')
  const owner = serve(workspace)
  const url = await owner.url
  const browser = await sharedBrowser()
  let first: string | undefined = url
  return {
    folder,
    workspace,
    async openWindow({ colourScheme = 'light' } = {}) {
      const context = await browser.newContext({
        viewport: smallestScreen,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        colorScheme: colourScheme,
        acceptDownloads: true,
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      if (slowness > 1) await slowDown(page)
      onTestFailed(async () => {
        await page
          .screenshot({ path: join(tmpdir(), `tramtin-e2e-${Date.now()}.png`) })
          .catch(() => undefined)
      })
      const launch = first ?? (await serve(workspace).url)
      first = undefined
      await page.goto(launch)
      return page
    },
    async stop(signal = 'SIGTERM') {
      owner.process.kill(signal)
      await owner.ended
    },
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
}

function serve(workspace: string) {
  const process_ = spawn(process.execPath, [cli, 'serve', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(process_)
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const found = /http:\S+/.exec(line)?.[0]
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error('The browser shell ended before it said where it is')))
  })
  return { process: process_, url, ended }
}

/** Runs the command line to its end. */
export async function tramtin(...words: string[]): Promise<Readonly<{ code: number; output: string }>> {
  const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)))
  return { code, output }
}

const running = new Set<ChildProcess>()
const folders = new Set<string>()
let browser: Promise<Browser> | undefined

function sharedBrowser(): Promise<Browser> {
  // Headless needs no screen, and the pages are our own: root may run it without Chromium's sandbox.
  const environment = { ...process.env, DISPLAY: ':headless' }
  const executablePath = findChromium({ platform: process.platform, environment, isRoot: false })
  if (executablePath === undefined) throw new Error('No Chromium found: the preflight installs it')
  browser ??= chromium.launch({ executablePath, args: quiet })
  return browser
}

/** A folder that is gone when the tests of the file are. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-e2e-'))
  folders.add(folder)
  return folder
}

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
