import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { MessagePortMain, ParentPort } from 'electron'
import { type BrowserShell, startBrowserShell } from '#browser/shell.ts'
import { type Failure, failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { viewGrant } from '#workspace/files/grants.ts'
import { findResource } from '#workspace/files/resources.ts'
import { receiveUpload, uploadLimit } from '#workspace/files/uploads.ts'
import { readPreferences } from '#workspace/settings/preferences.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import { servePorts } from './port-server.ts'
import type { Answers, FromWorkspace, Question, ToWorkspace } from './process-messages.ts'

type Places = Readonly<{ folder: string; channels: string; page: string }>
type Tell = (message: FromWorkspace) => void

/**
 * The process that owns the workspace under Electron: the contract on ports for its window, a few questions of main
 * beside it, and the loopback shell by which the command line and a second start find the owner.
 */
async function main(parent: ParentPort, { folder, channels, page }: Places): Promise<void> {
  const tell: Tell = (message) => parent.postMessage(message)
  const { promise: restartAsked, resolve: restart } = Promise.withResolvers<void>()
  const report = (error: unknown) => tell({ kind: 'bug', detail: describeBug(error) })
  const opened = await openWorkspace(folder, { mode: 'either', channelsFolder: channels, restart, report })
  if (!opened.ok) return tell({ kind: 'refused', failure: opened.failure })
  const workspace = opened.value
  const loopback = await startLoopback(workspace, page, report)
  const stop = () => void closeAndExit(workspace, loopback, report)
  void restartAsked.then(() => tell({ kind: 'restarting' })).then(stop)
  listen(parent, workspace, tell, { stop, report })
  tell({ kind: 'ready', language: languageOf(workspace) })
  workspace.services.store.afterCommit(watchLanguage(workspace, tell))
}

function listen(
  parent: ParentPort,
  workspace: Workspace,
  tell: Tell,
  { stop, report }: Readonly<{ stop(): void; report(error: unknown): void }>,
): void {
  const serve = servePorts(workspace, report)
  const answerAlways = (question: Question) =>
    answer(workspace, question).catch((error: unknown) => {
      report(error)
      return fail(failure('internal', { detail: error instanceof Error ? error.message : String(error) }))
    })
  parent.on('message', ({ data, ports }: { data: ToWorkspace; ports: MessagePortMain[] }) => {
    if (data.kind === 'connect') for (const port of ports) serve(data.window, port)
    else if (data.kind === 'close') stop()
    else
      void answerAlways(data.question).then((value) => tell({ kind: 'answer', id: data.id, answer: value }))
  })
}

/** The window does not need it: where no port can be had, only other programs do not find us. */
async function startLoopback(
  workspace: Workspace,
  rendererRoot: string,
  report: (error: unknown) => void,
): Promise<BrowserShell | undefined> {
  try {
    return await startBrowserShell({ workspace, rendererRoot, report })
  } catch (error) {
    report(error)
    return undefined
  }
}

/** The exit code says whether all was put away. */
async function closeAndExit(
  workspace: Workspace,
  loopback: BrowserShell | undefined,
  report: (error: unknown) => void,
): Promise<void> {
  // Side by side: a window that stands still must not keep what is unwritten from the disk.
  const closed = await Promise.allSettled([loopback?.close(), workspace.close()])
  const failed = closed.filter((outcome) => outcome.status === 'rejected')
  for (const { reason } of failed) report(reason)
  process.exit(failed.length > 0 ? 1 : 0)
}

async function answer({ services }: Workspace, question: Question): Promise<Answers[keyof Answers]> {
  if (question.kind === 'resource') return findResource(services, new URL(question.url))
  if (question.kind === 'grantFile') return grantFile(services, question.path)
  if (question.kind === 'offerFile') return offerFile(services, question.path)
  const bytes = Readable.from([question.bytes])
  const { name } = question
  const request = { name, limit: uploadLimit, declaredBytes: question.bytes.byteLength }
  const received = await receiveUpload(services, bytes, request)
  return received.ok ? succeed(viewGrant(received.value)) : received
}

function grantFile({ grants }: Workspace['services'], path: string): Result<GrantView, Failure> {
  const name = basename(path)
  try {
    return succeed(viewGrant(grants.grant({ path, name, owned: false })))
  } catch (error) {
    return fail(failure('file-unreadable', { name, detail: describeBug(error) }))
  }
}

function offerFile(services: Workspace['services'], path: string): Result<GrantView, Failure> {
  const granted = grantFile(services, path)
  if (!granted.ok) return granted
  services.grants.offer(granted.value.grant)
  services.events.emit({ kind: 'offered' })
  return granted
}

function languageOf({ services }: Workspace): string {
  return readPreferences(services.store.read, null).interfaceLanguage
}

/** Menus and dialogs are main's: it is told when a person chooses another language. */
function watchLanguage(workspace: Workspace, tell: Tell): () => void {
  let last = languageOf(workspace)
  return () => {
    const language = languageOf(workspace)
    if (language === last) return
    last = language
    tell({ kind: 'language', language })
  }
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const [folder = '', channels = '', page = ''] = process.argv.slice(2)
await main(process.parentPort, { folder, channels, page })
