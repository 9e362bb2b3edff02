import type { MemoryImportReport } from '#contract/memory.ts'
import { type LearntUnit, memoryLanguage } from '#domain/memory/unit.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { ReportBug } from '../store/bugs.ts'
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
  /** What imports of this process did, by their id. */
  reports: Map<string, MemoryImportReport>
  close(): Promise<void>
}>

/** Milliseconds a lookup may take before exact matches must do. */
const patience = 400

export function createMemory(services: EditServices, report: ReportBug): MemoryService {
  const { store, records } = services
  const thread = startIndexThread(store.read.name, report)
  dropUnfinished(services)
  takeEdits(services)
  const off = records.onChange((document) => {
    if (document === null || document === memoryRecords) takeEdits(services)
  })
  const warming = setTimeout(() => warm(), warmingPause)
  warming.unref()

  /** The index of the language most is translated from, before anybody asks. */
  function warm(): void {
    const from = store.read
      .prepare<[], string>('SELECT source_language FROM tm_units GROUP BY 1 ORDER BY count(*) DESC LIMIT 1')
      .pluck()
      .get()
    if (from === undefined) return
    const question = {
      source: [''],
      previous: null,
      next: null,
      from: memoryLanguage(from),
      to: '',
      least: 100,
      limit: 1,
    }
    void thread.ask(question, warmingPatience)
  }

  return {
    learn: (unit) => store.writeGrouped((db) => learnUnit(db, unit)),
    unlearn: (unit) => store.writeGrouped((db) => unlearnUnit(db, unit)),
    async lookup(question) {
      const found = await thread.ask(question, patience)
      return found === null
        ? { found: exactMatches(store.read, question), complete: false }
        : { found, complete: true }
    },
    reports: new Map(),
    close() {
      clearTimeout(warming)
      off()
      return thread.close()
    },
  }
}

/** Milliseconds: what opens a workspace comes first; a million units take some seconds. */
const warmingPause = 1500
const warmingPatience = 120_000

/** Languages of a client as the memory keeps them. */
export function questionOf(asked: Omit<Question, 'source'> & Readonly<{ source: CodedText }>): Question {
  return { ...asked, from: memoryLanguage(asked.from), to: memoryLanguage(asked.to) }
}
