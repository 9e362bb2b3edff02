import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { joinOwner } from './join-owner.ts'
import { type BrowserShell, startBrowserShell } from './shell.ts'
import { findChromium, openWindow } from './window.ts'

export type ServeOptions = Readonly<{
  /** Open a window where a Chromium is found. */
  open: boolean
  port: number
  /** Told of the launch link: always, so that a person can open it where no window could be. */
  announce(url: string): void
  report?: (error: unknown) => void
}>

export type Served = Readonly<{ stopped: Promise<void> }>

const rendererRoot = path.resolve(import.meta.dirname, '../../out/renderer')

/**
 * Owns a workspace and serves it until a signal comes or its window is closed. When another process owns it
 * already, a window on that one is opened instead: only a second owner is refused, not a second start.
 */
export async function serveWorkspace(
  folder: string,
  options: ServeOptions,
): Promise<Result<Served, Failure>> {
  if (!existsSync(path.join(rendererRoot, 'index.html')))
    return fail(failure('not-found', { what: rendererRoot }))
  const opened = await openWorkspace(folder, { mode: 'either' })
  if (!opened.ok) return opened.failure.code === 'workspace-in-use' ? join(folder, options, opened) : opened
  const workspace = opened.value
  const { port, report = () => undefined } = options
  const shell = await startBrowserShell({ workspace, rendererRoot, port, report })
  const stop = async () => {
    await shell.close()
    await workspace.close()
  }
  return succeed({ stopped: untilTold(shell, options).then(stop) })
}

async function join(
  folder: string,
  options: ServeOptions,
  refused: Result<never, Failure>,
): Promise<Result<Served, Failure>> {
  const endpoint = readEndpoint(workspacePaths(folder))
  const url = endpoint && (await joinOwner(endpoint))
  if (url === undefined) return refused
  options.announce(url)
  const window = showWindow(url, options)
  return succeed({ stopped: window?.closed ?? Promise.resolve() })
}

function untilTold(shell: BrowserShell, options: ServeOptions): Promise<unknown> {
  options.announce(shell.url)
  const window = showWindow(shell.launchUrl(), options)
  const leaves = window?.closed.then(shell.untilDeserted)
  return Promise.race([signalled(), ...(leaves === undefined ? [] : [leaves])])
}

function showWindow(url: string, { open }: ServeOptions) {
  const chromium = open ? findChromium() : undefined
  return chromium === undefined ? undefined : openWindow(chromium, url)
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
