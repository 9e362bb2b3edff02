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
  /** The program that shows windows, when it is not to be looked for. */
  chromium?: string
}>

/** `stopped` settles when all is put away; with the failure when a restored workspace could not be opened again. */
export type Served = Readonly<{ stopped: Promise<Result<null, Failure>> }>

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

async function keepRunning(
  folder: string,
  options: ServeOptions,
  first: Run,
): Promise<Result<null, Failure>> {
  let run = first
  const ended = untilTold(options, first.shell, () => run.shell.untilDeserted())
  while ((await Promise.race([ended, run.restartAsked])) === 'restart') {
    const { port, access } = run.shell
    await run.stop()
    const next = await startRun(folder, options, { port, access }).catch(unexpected(options))
    if (!next.ok) return next
    run = next.value
  }
  await run.stop()
  return succeed(null)
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
  const closed = window?.closed ?? Promise.resolve()
  return succeed({ stopped: closed.then(() => succeed(null)) })
}

/** The port may have been taken by somebody else while the workspace was being restored. */
function unexpected({ report = printBug }: ServeOptions) {
  return (error: unknown): Result<never, Failure> => {
    report(error)
    return fail(failure('internal', { detail: error instanceof Error ? error.message : String(error) }))
  }
}

/** A restore puts another shell in the place of the first, and the windows move over to it. */
function untilTold(options: ServeOptions, shell: BrowserShell, deserted: () => Promise<void>): Promise<void> {
  options.announce(shell.url)
  const window = showWindow(shell.launchUrl(), options)
  const leaves = window?.closed.then(deserted)
  return Promise.race([signalled(), ...(leaves === undefined ? [] : [leaves])])
}

function showWindow(url: string, { open, chromium }: ServeOptions) {
  const program = open ? (chromium ?? findChromium()) : undefined
  return program === undefined ? undefined : openWindow(program, url)
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
