import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Names under which a Chromium-based browser lies on the PATH; the first that is there is used. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPaths = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

export type Surroundings = Readonly<{
  platform: NodeJS.Platform
  environment: Readonly<Record<string, string | undefined>>
  isRoot: boolean
}>

/** A Chromium that can show a window here. None for root: its sandbox (SEC2) does not work there. */
export function findChromium(here: Surroundings = surroundings()): string | undefined {
  const { platform, environment, isRoot } = here
  const hasScreen =
    platform !== 'linux' ||
    environment['DISPLAY'] !== undefined ||
    environment['WAYLAND_DISPLAY'] !== undefined
  if (isRoot || !hasScreen) return undefined
  return candidates(here).find(isExecutable)
}

/** Opens the page in a window of its own; settles when the window is closed. */
export function openWindow(chromium: string, url: string): Readonly<{ closed: Promise<void> }> {
  // A fresh profile, gone afterwards: what is typed leaves no trace in a browser's history or form memory (SEC1),
  // the window shares its cookie with no other page, and no extension reads along.
  const profile = mkdtempSync(path.join(tmpdir(), 'tramtin-window-'))
  const child = spawn(chromium, windowArguments(url, profile), { stdio: 'ignore' })
  const closed = ended(child).then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return { closed }
}

export function windowArguments(url: string, profile: string): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=Translate,AutofillServerCommunication,OptimizationHints',
    '--password-store=basic',
  ]
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

function candidates({ platform, environment }: Surroundings): readonly string[] {
  const chosen = environment['TRAMTIN_BROWSER']
  const first = chosen === undefined ? [] : [chosen]
  if (platform === 'darwin') return [...first, ...macPaths]
  if (platform === 'win32') return [...first, ...below(programFolders(environment), windowsPaths)]
  return [...first, ...below((environment['PATH'] ?? '').split(path.delimiter), names)]
}

function programFolders(environment: Surroundings['environment']): readonly string[] {
  const folders = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']]
  return folders.filter((folder) => folder !== undefined)
}

/** Every name in every folder, the name deciding first. */
function below(folders: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.flatMap((name) =>
    folders.filter((folder) => folder !== '').map((folder) => path.join(folder, name)),
  )
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function surroundings(): Surroundings {
  return {
    platform: process.platform,
    environment: process.env,
    isRoot: process.platform !== 'win32' && process.getuid?.() === 0,
  }
}
