import type { Run } from '../blocks.ts'
import type { CodedText } from '../segments/coded-text.ts'
import type { SegmentField } from '../segments/segments.ts'

/** Who confirmed a text, and the hash of the words that were confirmed: of any others it says nothing. */
export type Confirmation = Readonly<{ hash: string; by: string; at: number }>

/** Keys, shortened, of the sentences before and behind one; `''` at the ends of the article. */
export type Neighbours = Readonly<{ before: string; behind: string }>

/** A text as it was when another was made from it. */
export type Former = Readonly<{ id: string; hash: string }>

/** Something that somebody wrote as the translation of a sentence. */
export type TargetText = Readonly<{
  /** `<key>/<fresh id>`. */
  id: string
  key: string
  runs: readonly Run[]
  /** Of the words as they stand. */
  hash: string
  /** The sentence as it stood when this was begun. */
  source: CodedText
  by: string
  /** Places (as one word) where the sentence stood when somebody worked on this text, with its neighbours there. */
  places: ReadonlyMap<string, Neighbours>
  /** The one occurrence that this text is for; null: all of its sentence. */
  own: string | null
  /** The texts it was made from when the source had changed or rows were merged. */
  from: readonly Former[]
  confirmation: Confirmation | null
  /** The hash of the words that somebody set aside. */
  aside: string | null
}>

/** A sentence that the source lacks: its text, and where it comes. */
export type AddedText = Readonly<{
  id: string
  runs: readonly Run[]
  hash: string
  by: string
  /** The occurrence it follows, and where that was in its block: the next best place when it is gone. */
  after: Readonly<{ occurrence: string; block: string; field: SegmentField; index: number }>
  confirmation: Confirmation | null
  aside: string | null
}>

/** Two neighbouring occurrences that one target was asked for. The words let one of them change and be found. */
export type Merge = Readonly<{
  first: string
  second: string
  firstWords: string
  secondWords: string
}>

/** A finding of a check that somebody ignored, by the name `findingId` gives it. */
export type IgnoredFinding = Readonly<{ finding: string; reason: string; by: string; at: number }>

/** All that the document of a translation says. */
export type TranslationContent = Readonly<{
  texts: readonly TargetText[]
  added: readonly AddedText[]
  merges: readonly Merge[]
  /** Occurrences left out on purpose. */
  omitted: ReadonlySet<string>
  /** Sentence key → what checks say of it and is ignored. */
  ignored: ReadonlyMap<string, readonly IgnoredFinding[]>
  /** Metadata that is not the source's: byline, pen name. */
  metadata: Readonly<Record<string, string>>
}>

/** Whether a text is confirmed as it stands. */
export function isConfirmed({ confirmation, hash }: Pick<TargetText, 'confirmation' | 'hash'>): boolean {
  return confirmation !== null && confirmation.hash === hash
}

export function isEmptyText({ runs }: Pick<TargetText, 'runs'>): boolean {
  return runs.every(({ text }) => text.trim() === '')
}

/** Whether somebody set aside exactly these words. What was written into the text since brings it back. */
export function isAside({ aside, hash }: Pick<TargetText, 'aside' | 'hash'>): boolean {
  return aside !== null && aside === hash
}
