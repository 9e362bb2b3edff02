import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { type Failure, failure } from '#contract/failures.ts'
import { fail } from '#domain/result.ts'
import { createCrashCount } from './crash-count.ts'
import type { Answers, FromWorkspace, Question, ToWorkspace } from './process-messages.ts'

export type HostOptions = Readonly<{
  script: string
  folder: string
  /** Where the shipped channels lie. */
  channels: string
  /** The built page, for windows that join by the loopback shell. */
  page: string
  /** The workspace process is there, for the first time or again. */
  ready(language: string): void
  languageChanged(language: string): void
  /** It cannot open the workspace: trying again changes nothing. */
  refused(failure: Failure): void
  /** It ended unasked. A new one starts by itself unless `often`. */
  crashed(often: boolean): void
  report(detail: string): void
}>

export type WorkspaceHost = Readonly<{
  ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<Answers[Kind]>
  connect(window: string, port: MessagePortMain): void
  restart(): void
  /** Lets it finish what it writes and settles when it is gone. */
  close(): Promise<void>
}>

const closePatience = 15_000

/** Starts the process that owns the workspace, talks to it and starts it again when it crashes. */
export function startWorkspaceHost(options: HostOptions): WorkspaceHost {
  const waiting = new Map<number, (answer: Answers[keyof Answers]) => void>()
  const crashes = createCrashCount()
  let lastId = 0
  let closing = false
  let refused = false
  let restarting = false
  let child = start()

  function start(): UtilityProcess {
    const started = utilityProcess.fork(options.script, [options.folder, options.channels, options.page], {
      serviceName: 'Trạm Tin workspace',
      stdio: 'inherit',
    })
    started.on('message', (message: FromWorkspace) => receive(message))
    started.on('exit', () => ended(started))
    return started
  }

  function receive(message: FromWorkspace): void {
    if (message.kind === 'ready') options.ready(message.language)
    else if (message.kind === 'language') options.languageChanged(message.language)
    else if (message.kind === 'restarting') restarting = true
    else if (message.kind === 'bug') options.report(message.detail)
    else if (message.kind === 'refused') {
      refused = true
      options.refused(message.failure)
    } else {
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
    }
  }

  function ended(gone: UtilityProcess): void {
    if (gone !== child || closing || refused) return
    for (const answer of waiting.values()) answer(fail(failure('cancelled', {})))
    waiting.clear()
    if (restarting) {
      restarting = false
      child = start()
      return
    }
    const often = crashes.isTooOften(Date.now())
    if (!often) child = start()
    options.crashed(often)
  }

  function tell(message: ToWorkspace, ports: MessagePortMain[] = []): void {
    child.postMessage(message, ports)
  }

  function ask<Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    lastId += 1
    const id = lastId
    const { promise, resolve } = Promise.withResolvers<Answers[keyof Answers]>()
    waiting.set(id, resolve)
    tell({ kind: 'ask', id, question })
    return promise as Promise<Answers[Kind]>
  }

  function close(): Promise<void> {
    closing = true
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), closePatience)
      child.once('exit', () => resolve(clearTimeout(timer)))
      if (child.pid === undefined) resolve()
      else if (refused) child.kill()
      else tell({ kind: 'close' })
    })
  }

  function restart(): void {
    crashes.forget()
    refused = false
    child = start()
  }

  return { ask, connect: (window, port) => tell({ kind: 'connect', window }, [port]), restart, close }
}
