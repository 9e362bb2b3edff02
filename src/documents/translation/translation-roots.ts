import type * as Y from 'yjs'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { AddedText, Confirmation, Former, Merge, Neighbours } from '#domain/translation/target-texts.ts'

/**
 * The shared types of a translation's document: root types found by name and flat maps of plain values, as in an
 * article's. Every target is a text of its own, so that two may type in it; its id is `<key>/<fresh id>`, that of an
 * added sentence `+/<fresh id>`.
 */
export type TargetEntry = Readonly<{
  source: CodedText
  own: string | null
  from: readonly Former[]
  by: string
  at: number
}>
export type AddedEntry = Readonly<{ after: AddedText['after']; by: string; at: number }>
export type OmittedEntry = Readonly<{ by: string; at: number }>
export type IgnoredEntry = Readonly<{ reason: string; by: string; at: number }>

/** What it translates: `article`, `language`. */
export function aboutMap(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('about')
}

/** Text id → what the text was made for. Never changed once it is there. */
export function targetEntries(doc: Y.Doc): Y.Map<TargetEntry> {
  return doc.getMap<TargetEntry>('targets')
}

export function addedEntries(doc: Y.Doc): Y.Map<AddedEntry> {
  return doc.getMap<AddedEntry>('added')
}

/** `<text id>|<place>` → its neighbours there: the text was worked on there. Keys are never taken out. */
export function placeNotes(doc: Y.Doc): Y.Map<Neighbours> {
  return doc.getMap<Neighbours>('places')
}

export function confirmations(doc: Y.Doc): Y.Map<Confirmation> {
  return doc.getMap<Confirmation>('confirmed')
}

/** Text id → the hash of the words that were set aside. */
export function asideHashes(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('aside')
}

/** Occurrence → who left it out. */
export function omittedEntries(doc: Y.Doc): Y.Map<OmittedEntry> {
  return doc.getMap<OmittedEntry>('omitted')
}

/** `<sentence key>/<finding>` → why the finding is ignored. */
export function ignoredEntries(doc: Y.Doc): Y.Map<IgnoredEntry> {
  return doc.getMap<IgnoredEntry>('ignored')
}

/** The two occurrences, a line each → the merge. */
export function mergeEntries(doc: Y.Doc): Y.Map<Merge> {
  return doc.getMap<Merge>('merged')
}

/** Metadata that the translation has of its own: `byline`, `penName`. */
export function ownMetadata(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('metadata')
}

export function targetText(doc: Y.Doc, id: string): Y.Text {
  return doc.getText(`t/${id}`)
}

export function hasTargetText(doc: Y.Doc, id: string): boolean {
  return doc.share.has(`t/${id}`)
}

export function addedTextId(id: string): string {
  return `+/${id}`
}
