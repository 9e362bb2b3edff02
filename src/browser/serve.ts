import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { printBug } from '#workspace/store/bugs.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import type { Access } from './access.ts'
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
  /** The built page, when it is not where the build puts it. */
  rendererRoot?: string
}>

export type Served = Readonly<{ stopped: Promise<void> }>

const builtPage = path.resolve(import.meta.dirname, '../../out/renderer')

/**
 * Owns a workspace and serves it until a signal comes or its window is closed. When another process owns it
 * already, a window on that one is opened instead: only a second owner is refused, not a second start.
 */
export async function serveWorkspace(
  folder: string,
  options: ServeOptions,
): Promise<Result<Served, Failure>> {
  const { rendererRoot = builtPage } = options
  if (!existsSync(path.join(rendererRoot, 'index.html')))
    return fail(failure('not-found', { what: rendererRoot }))
  const run = await startRun(folder, options, { port: options.port })
  if (run.ok) return succeed({ stopped: keepRunning(folder, options, run.value) })
  return run.failure.code === 'workspace-in-use' ? join(folder, options, run) : run
}

/** One opening of the workspace. A restore ends it and asks for another. */
type Run = Readonly<{ shell: BrowserShell; restartAsked: Promise<'restart'>; stop(): Promise<void> }>

async function startRun(
  folder: string,
  { report = printBug, rendererRoot = builtPage }: ServeOptions,
  former: Readonly<{ port: number; access?: Access }>,
): Promise<Result<Run, Failure>> {
  const { promise: restartAsked, resolve } = Promise.withResolvers<'restart'>()
  // Opening takes away what a killed owner left; a living one refuses us.
  const killed = former.access ? undefined : readEndpoint(workspacePaths(folder))
  const opened = await openWorkspace(folder, { mode: 'either', restart: () => resolve('restart'), report })
  if (!opened.ok) return opened
  const workspace = opened.value
  const shell = await startBrowserShell({ workspace, rendererRoot, report, killed, ...former }).catch(
    async (error: unknown) => {
      await workspace.close()
      throw error
    },
  )
  const stop = async () => {
    await shell.close()
    await workspace.close()
  }
  return succeed({ shell, restartAsked, stop })
}

async function keepRunning(folder: string, options: ServeOptions, first: Run): Promise<void> {
  const ended = untilTold(first.shell, options)
  let run = first
  while ((await Promise.race([ended, run.restartAsked])) === 'restart') {
    const { port, access } = run.shell
    await run.stop()
    const next = await startRun(folder, options, { port, access })
    if (!next.ok) {
      options.report?.(new Error(JSON.stringify(next.failure)))
      return
    }
    run = next.value
  }
  await run.stop()
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

function untilTold(shell: BrowserShell, options: ServeOptions): Promise<void> {
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
