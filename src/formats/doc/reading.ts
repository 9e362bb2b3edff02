import type { ImportedItem, ImportedPicture, ImportedRun, ImportWarningCode } from '#domain/imported-text.ts'
import type { WordSources } from './sources.ts'

/** What grows while a binary Word file is read. */
export type DocReading = {
  readonly sources: WordSources
  readonly items: ImportedItem[]
  readonly pictures: ImportedPicture[]
  readonly counts: Map<ImportWarningCode, number>
  /** Open fields: what they ask for, then what they show. */
  readonly fields: { instruction: string; inResult: boolean }[]
  /** Labels of note markers by their character in the document. */
  readonly markers: ReadonlyMap<number, string>
  runs: ImportedRun[]
}

export function count(reading: DocReading, code: ImportWarningCode): void {
  reading.counts.set(code, (reading.counts.get(code) ?? 0) + 1)
}
