import type {
  ImportedItem,
  ImportedParagraph,
  ImportedPicture,
  ImportedRun,
  ImportWarning,
  ImportWarningCode,
} from '#domain/imported-text.ts'
import type { Numbering } from './numbering.ts'
import type { PackageParts, Relationships } from './package-parts.ts'
import type { StyleSheet } from './styles.ts'
import type { XmlElement } from './xml-tree.ts'

/** What stays the same while a document is read. */
export type DocumentSources = Readonly<{
  parts: PackageParts
  relationships: Relationships
  styles: StyleSheet
  numbering: Numbering
  /** Footnotes and endnotes by `footnote:<id>` and `endnote:<id>`. */
  notes: ReadonlyMap<string, XmlElement>
}>

/** A field such as HYPERLINK: its instruction is collected, then its result is read. */
type OpenField = { instruction: string; inResult: boolean }

/** What grows while a document is read. */
export type Reading = {
  readonly sources: DocumentSources
  readonly items: ImportedItem[]
  /** By the path of their part. */
  readonly pictures: Map<string, ImportedPicture>
  readonly counts: Map<ImportWarningCode, number>
  readonly fields: OpenField[]
  /** Notes in the order of their markers. */
  readonly noteKeys: string[]
}

export function startReading(sources: DocumentSources): Reading {
  return {
    sources,
    items: [],
    pictures: new Map(),
    counts: new Map(),
    fields: [],
    noteKeys: [],
  }
}

export function count(reading: Reading, code: ImportWarningCode): void {
  reading.counts.set(code, (reading.counts.get(code) ?? 0) + 1)
}

export function countedWarnings(counts: ReadonlyMap<ImportWarningCode, number>): ImportWarning[] {
  return [...counts].map(([code, count]) => ({ code, facts: { count } }))
}

/** The paragraph under construction. */
export type OpenParagraph = {
  readonly shape: Omit<ImportedParagraph, 'runs'>
  runs: ImportedRun[]
  /** What a text box anchored in the paragraph holds: read after it. */
  readonly after: XmlElement[]
}
