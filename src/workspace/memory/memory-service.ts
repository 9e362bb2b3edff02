import type { MemoryImportReport } from '#contract/memory.ts'
import { type LearntUnit, memoryLanguage } from '#domain/memory/unit.ts'
import type { Services } from '../services.ts'
import type { ReportBug } from '../store/bugs.ts'
import { diskFault } from '../store/faults.ts'
import { forgetStory, takeConfirmed, unlearntDocuments } from './confirmed.ts'
import { type EditServices, memoryRecords, takeEdits } from './edits.ts'
import { dropUnfinished } from './importing.ts'
import { startIndexThread } from './index-thread.ts'
import { learnUnit, unlearnUnit } from './learning.ts'
import { exactMatches, type Found, type Question } from './lookup.ts'

/** The translation memory, for the capabilities that feed it and ask it. */
export type MemoryService = Readonly<{
  /** Keeps a confirmed sentence with its translation; the same occurrence again replaces what was learnt. */
  learn(unit: LearntUnit): Promise<void>
  /** Its confirmation was taken back. */
  unlearn(unit: Pick<LearntUnit, 'document' | 'occurrence'>): Promise<void>
  /** `complete` is false when only exact matches could be answered in time. */
  lookup(question: Question): Promise<Readonly<{ found: readonly Found[]; complete: boolean }>>
  /** A story lost text by a purge: nothing learnt from it stays (SEC1). */
  forgetStory(article: string): void
  /** What imports of this process did, by their id. */
  reports: Map<string, MemoryImportReport>
  close(): Promise<void>
}>

/** Milliseconds a lookup may take before exact matches must do. */
const patience = 400
/** Milliseconds: what opens a workspace comes first; a million units take some seconds. */
const warmingPause = 1500
const warmingPatience = 120_000

type MemoryServices = EditServices & Pick<Services, 'events'>

export function createMemory(services: MemoryServices, report: ReportBug): MemoryService {
  const { store, records, events } = services
  const database = store.read.name
  let thread = startIndexThread(database, report)
  let closing: Promise<unknown> = Promise.resolve()
  dropUnfinished(services)
  takeEdits(services)
  const off = records.onChange((document) => {
    if (document !== null && document !== memoryRecords) return
    if (takeEdits(services) > 0) events.emit({ kind: 'memory' })
  })
  const learning = followTranslations(services, report)
  const warming = setTimeout(() => warm(), warmingPause)
  warming.unref()

  /** The index of the language most is translated from, before anybody asks. */
  function warm(): void {
    const from = store.read
      .prepare<[], string>('SELECT source_language FROM tm_units GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')
      .pluck()
      .get()
    if (from === undefined) return
    const nothing = { source: [''], previous: null, next: null, to: '', least: 100, limit: 1 }
    void thread.ask({ ...nothing, from: memoryLanguage(from) }, warmingPatience)
  }

  return {
    async learn(unit) {
      await store.writeGrouped((db) => learnUnit(db, unit))
      events.emit({ kind: 'memory' })
    },
    async unlearn(unit) {
      await store.writeGrouped((db) => unlearnUnit(db, unit))
      events.emit({ kind: 'memory' })
    },
    async lookup(question) {
      const found = await thread.ask(question, patience)
      return found === null
        ? { found: exactMatches(store.read, question), complete: false }
        : { found, complete: true }
    },
    forgetStory(article) {
      store.write((db) => forgetStory(db, article))
      closing = Promise.all([closing, thread.close()])
      thread = startIndexThread(database, report)
    },
    reports: new Map(),
    async close() {
      clearTimeout(warming)
      learning.abort()
      off()
      await Promise.all([closing, thread.close()])
    },
  }
}

/** Learns what is confirmed, a moment after the translation's projection was brought up to date. */
function followTranslations({ store, events }: MemoryServices, report: ReportBug): AbortController {
  const stop = new AbortController()

  function learn(documents: readonly string[]): void {
    for (const document of documents) {
      if (stop.signal.aborted) return
      try {
        if (takeConfirmed(store, document)) events.emit({ kind: 'memory' })
      } catch (error) {
        if (diskFault(error, '') === undefined) report(error)
      }
    }
  }

  async function follow(): Promise<void> {
    for await (const { event } of events.follow(null, stop.signal)) {
      if (event.kind === 'translations') learn(event.documents)
      else if (event.kind === 'reset') learn(unlearntDocuments(store.read))
    }
  }

  setImmediate(() => {
    if (!stop.signal.aborted) learn(unlearntDocuments(store.read))
  })
  follow().catch((error) => {
    if (!stop.signal.aborted) report(error)
  })
  return stop
}

/** Languages of a client as the memory keeps them. */
export function questionOf(asked: Question): Question {
  return { ...asked, from: memoryLanguage(asked.from), to: memoryLanguage(asked.to) }
}
