import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { createWatchedValue, type WatchedValue } from '#renderer/client/stores.ts'
import {
  type GivenFile,
  type ImportFile,
  type ImportStep,
  isComing,
  isSettled,
  mayCreate,
  type ReadStep,
  stateOf,
} from './import-file.ts'
import { type Proposal, proposalOf } from './proposal.ts'

export type Encoding = 'auto' | 'unicode' | 'tcvn3' | 'vni'

/** What an import asks of the workspace; it rejects as operations do. */
export type ImportGate<Given extends GivenFile> = Readonly<{
  send(given: Given, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<string>
  read(grant: string, encoding: Encoding): Promise<ImportPreview>
  create(article: string, preview: ImportPreview, proposal: Proposal): Promise<unknown>
  discard(preview: string): void
  release(grant: string): void
  failureOf(error: unknown): Failure | null
}>

export type ImportRun<Given extends GivenFile = File> = Readonly<{
  files: WatchedValue<readonly ImportFile<Given>[]>
  /** Articles are being created one after the other. */
  creating: WatchedValue<boolean>
  /** More files; those already here are not taken twice. */
  add(given: readonly Given[]): void
  change(key: string, change: (proposal: Proposal) => Proposal): void
  look(key: string): void
  readAs(key: string, encoding: Encoding): Promise<void>
  skip(key: string): void
  again(key: string): void
  createOne(key: string): Promise<void>
  /** Creates what is ready and becomes ready, one after the other; one that fails stops no other (SAFE3). */
  createAll(): Promise<void>
  /** No further article is created; the one on its way is finished. */
  stop(): void
  /** Lets go of all that was not imported. */
  close(): void
}>

/** Files on their way to articles: read one at a time, so that a slow machine stays usable. */
export function createImportRun<Given extends GivenFile>(
  gate: ImportGate<Given>,
  given: readonly Given[],
): ImportRun<Given> {
  const files = createWatchedValue<readonly ImportFile<Given>[]>([])
  const creating = createWatchedValue(false)
  const grants = new Map<string, string>()
  const sendings = new Map<string, AbortController>()
  let reading = false
  let closed = false

  const find = (key: string) => files.get().find((file) => file.key === key)

  function step(key: string, next: ImportStep): void {
    files.set(files.get().map((file) => (file.key === key ? { ...file, step: next } : file)))
  }

  function isHere(file: Given): boolean {
    return files
      .get()
      .some(
        ({ given: here, step: { kind } }) =>
          kind !== 'skipped' &&
          here.name === file.name &&
          here.size === file.size &&
          here.lastModified === file.lastModified,
      )
  }

  function add(more: readonly Given[]): void {
    for (const file of more) {
      if (isHere(file)) continue
      const fresh = { key: uuidv7(), given: file, article: uuidv7(), step: { kind: 'waiting' } } as const
      files.set([...files.get(), fresh])
    }
    void readWaiting()
  }

  async function readWaiting(): Promise<void> {
    if (reading) return
    reading = true
    for (let next = firstWaiting(); next && !closed; next = firstWaiting()) await readOne(next)
    reading = false
  }

  function firstWaiting(): ImportFile<Given> | undefined {
    return files.get().find((file) => file.step.kind === 'waiting')
  }

  async function readOne({ key, given: file }: ImportFile<Given>): Promise<void> {
    const sending = new AbortController()
    sendings.set(key, sending)
    step(key, { kind: 'sending', fraction: 0 })
    const onProgress = (fraction: number) => {
      if (find(key)?.step.kind === 'sending') step(key, { kind: 'sending', fraction })
    }
    try {
      const grant = await gate.send(file, onProgress, sending.signal)
      grants.set(key, grant)
      if (sending.signal.aborted) letGo(key)
      else await readAs(key, 'auto')
    } catch (error) {
      if (!sending.signal.aborted) step(key, { kind: 'failed', failure: gate.failureOf(error) })
    } finally {
      sendings.delete(key)
    }
  }

  async function readAs(key: string, encoding: Encoding): Promise<void> {
    const grant = grants.get(key)
    if (grant === undefined) return
    const before = find(key)?.step
    if (before?.kind === 'read') gate.discard(before.preview.preview)
    step(key, { kind: 'reading' })
    const read = await readStep(grant, encoding)
    // It was skipped, or all was closed, while the workspace read it.
    if (closed || find(key)?.step.kind !== 'reading') {
      if (read.kind === 'read') gate.discard(read.preview.preview)
      letGo(key)
    } else step(key, read)
  }

  async function readStep(grant: string, encoding: Encoding): Promise<ImportStep> {
    try {
      const preview = await gate.read(grant, encoding)
      return { kind: 'read', preview, proposal: proposalOf(preview), seen: false, refusal: null }
    } catch (error) {
      return { kind: 'failed', failure: gate.failureOf(error) }
    }
  }

  function letGo(key: string): void {
    const held = find(key)?.step
    if (held?.kind === 'read') gate.discard(held.preview.preview)
    const grant = grants.get(key)
    grants.delete(key)
    if (grant !== undefined) gate.release(grant)
  }

  function skip(key: string): void {
    sendings.get(key)?.abort()
    letGo(key)
    step(key, { kind: 'skipped' })
  }

  function again(key: string): void {
    letGo(key)
    step(key, { kind: 'waiting' })
    void readWaiting()
  }

  function changeRead(key: string, change: (read: ReadStep) => ReadStep): void {
    const held = find(key)?.step
    if (held?.kind !== 'read') return
    const changed = change(held)
    if (changed !== held) step(key, changed)
  }

  async function createOne(key: string): Promise<void> {
    const file = find(key)
    if (!file || !mayCreate(file.step)) return
    const read = file.step
    step(key, { kind: 'creating', read })
    try {
      await gate.create(file.article, read.preview, read.proposal)
      grants.delete(key)
      step(key, { kind: 'imported', article: file.article })
    } catch (error) {
      step(key, { ...read, seen: true, refusal: { failure: gate.failureOf(error) } })
    }
  }

  async function createAll(): Promise<void> {
    if (creating.get()) return
    creating.set(true)
    while (creating.get() && !closed) {
      const next = files.get().find((file) => stateOf(file) === 'ready')
      if (next) await createOne(next.key)
      else if (files.get().some(isComing)) await anyChange()
      else break
    }
    creating.set(false)
  }

  /** Settles when a file's state changes, or the creating is stopped. */
  function anyChange(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const stops = [files.subscribe(resolve), creating.subscribe(resolve)]
    return promise.finally(() => {
      for (const stop of stops) stop()
    })
  }

  function close(): void {
    if (closed) return
    closed = true
    creating.set(false)
    for (const sending of sendings.values()) sending.abort()
    for (const file of files.get()) if (!isSettled(file) && file.step.kind !== 'creating') letGo(file.key)
  }

  add(given)
  return {
    files,
    creating,
    add,
    change: (key, change) =>
      changeRead(key, (read) => ({ ...read, proposal: change(read.proposal), refusal: null })),
    look: (key) => changeRead(key, (read) => (read.seen ? read : { ...read, seen: true })),
    readAs,
    skip,
    again,
    createOne,
    createAll,
    stop: () => creating.set(false),
    close,
  }
}
