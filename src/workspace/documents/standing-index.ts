import { setImmediate as breathe } from 'node:timers/promises'
import type { DocumentId } from '#domain/document-id.ts'
import { printBug, type ReportBug } from '../store/bugs.ts'
import { diskFault } from '../store/faults.ts'

/** Milliseconds: after a change; between two documents, so that typing is answered; after a fault of the disk. */
const waits = { change: 300, breath: 1, fault: 2000 }
/** Milliseconds of work while a question waits, or the program ends. */
const patience = 200

type Listen = (listener: (document: DocumentId | null) => void) => () => void

/** What an index is of, and how one row of it is made. */
export type IndexedStanding = Readonly<{
  onDocuments: Listen
  onRecords: Listen
  /** What a crash, or a program without this index, left behind. */
  behind: () => readonly DocumentId[]
  /** What has to be made again because a document changed. */
  touchedBy: (document: DocumentId) => readonly DocumentId[]
  /** Makes the row of one; false where there is none to make. */
  project: (document: DocumentId) => boolean
  tell: (documents: readonly DocumentId[]) => void
  report?: ReportBug | undefined
}>

/** How some documents stand, in rows that are kept up with the documents and records they are made from. */
export type StandingIndex = Readonly<{
  /**
   * Before a query: brings in those that are wanted, all of them, or the newest that changed. What is left comes in in
   * the background.
   */
  catchUp(isWanted?: (document: DocumentId) => boolean): void
  /** Makes some anew. Throws when the disk fails. */
  bringIn(documents: readonly DocumentId[]): void
  /** The same one after another, so that typing is answered. */
  bringInSlowly(documents: readonly DocumentId[]): Promise<void>
  /** Brings in what takes a moment and stops; the next start finds the rest. */
  close(): void
}>

export function createStandingIndex(of: IndexedStanding): StandingIndex {
  const { report = printBug } = of
  const stale = new Set<DocumentId>(of.behind())
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function mark(document: DocumentId | null): void {
    if (document === null) return
    for (const touched of of.touchedBy(document)) {
      stale.delete(touched)
      stale.add(touched)
    }
    if (stale.size > 0) schedule(waits.change)
  }

  function schedule(wait: number): void {
    timer ??= setTimeout(inBackground, wait)
    timer.unref()
  }

  function inBackground(): void {
    timer = undefined
    const [next] = stale
    if (next !== undefined) attempt(() => bringIn([next]))
    if (stale.size > 0) schedule(waits.breath)
  }

  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      schedule(waits.fault)
      if (diskFault(error, '') === undefined) report(error)
    }
  }

  function bringIn(wanted: readonly DocumentId[], until = Number.POSITIVE_INFINITY): void {
    const brought: DocumentId[] = []
    for (const document of wanted) {
      if (performance.now() > until) break
      if (project(document)) brought.push(document)
      stale.delete(document)
    }
    if (brought.length > 0) of.tell(brought)
  }

  /** One with a bug in it keeps no other out; a fault of the disk stops them all. */
  function project(document: DocumentId): boolean {
    try {
      return of.project(document)
    } catch (error) {
      if (diskFault(error, '') !== undefined) throw error
      report(error)
      return false
    }
  }

  /** What somebody has just written is looked for before what lay there at the start. */
  const newest = () => [...stale].reverse()

  if (stale.size > 0) schedule(waits.change)
  const off = [of.onDocuments(mark), of.onRecords(mark)]
  return {
    catchUp(isWanted) {
      const wanted = isWanted ? newest().filter(isWanted) : newest()
      const until = isWanted ? Number.POSITIVE_INFINITY : performance.now() + patience
      if (wanted.length > 0) attempt(() => bringIn(wanted, until))
      if (stale.size > 0) schedule(waits.breath)
    },
    bringIn: (documents) => bringIn(documents),
    async bringInSlowly(documents) {
      for (const document of documents) {
        if (closed) return
        bringIn([document])
        await breathe()
      }
    },
    close() {
      closed = true
      for (const stop of off) stop()
      clearTimeout(timer)
      attempt(() => bringIn(newest(), performance.now() + patience))
      clearTimeout(timer)
    },
  }
}
