import * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import type { TranslationName } from '#domain/document-id.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { AddedText, Confirmation, Former, Merge, Neighbours } from '#domain/translation/target-texts.ts'
import { mergeRuns3 } from '../three-way.ts'
import { readTargetRuns, writeTargetRuns } from './target-runs.ts'
import {
  aboutMap,
  addedEntries,
  asideHashes,
  confirmations,
  type IgnoredEntry,
  ignoredEntries,
  mergeEntries,
  omittedEntries,
  ownMetadata,
  placeNotes,
  targetEntries,
} from './translation-roots.ts'

/** A fresh document of a translation as one Yjs update (v1). Two machines may both make it: the two are one. */
export function translationUpdate({ article, language }: TranslationName): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    aboutMap(doc).set('article', article)
    aboutMap(doc).set('language', language)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

export type NewTarget = Readonly<{
  id: string
  source: CodedText
  own: string | null
  from: readonly Former[]
  by: string
  at: number
}>

/** Begins a target; what it says is written with `changeTarget`. */
export function createTarget(doc: Y.Doc, { id, ...entry }: NewTarget): void {
  targetEntries(doc).set(id, entry)
}

/** Does to a target what turned `before` into `after`; what others wrote in it meanwhile stays. */
export function changeTarget(doc: Y.Doc, id: string, before: readonly Run[], after: readonly Run[]): void {
  const now = readTargetRuns(doc, id)
  writeTargetRuns(doc, id, mergeRuns3(before, after, now))
}

export type NotedPlace = Readonly<{ place: string; neighbours: Neighbours }>

export function notePlaces(doc: Y.Doc, id: string, places: readonly NotedPlace[]): void {
  const notes = placeNotes(doc)
  for (const { place, neighbours } of places) {
    const known = notes.get(`${id}|${place}`)
    const isKnown = known?.before === neighbours.before && known.behind === neighbours.behind
    if (!isKnown) notes.set(`${id}|${place}`, neighbours)
  }
}

/** Null takes a confirmation back. */
export function confirmTarget(doc: Y.Doc, id: string, confirmation: Confirmation | null): void {
  if (confirmation === null) confirmations(doc).delete(id)
  else if (confirmations(doc).get(id)?.hash !== confirmation.hash) confirmations(doc).set(id, confirmation)
}

/** Sets a text aside as long as it says what `hash` is of; null brings it back. */
export function setAside(doc: Y.Doc, id: string, hash: string | null): void {
  if (hash === null) asideHashes(doc).delete(id)
  else asideHashes(doc).set(id, hash)
}

/** Leaves an occurrence out, or (null) takes it in again. */
export function omitOccurrence(
  doc: Y.Doc,
  occurrence: string,
  omitted: Readonly<{ by: string; at: number }> | null,
): void {
  if (omitted === null) omittedEntries(doc).delete(occurrence)
  else if (!omittedEntries(doc).has(occurrence)) omittedEntries(doc).set(occurrence, omitted)
}

/** Ignores what a check says of a sentence, for a reason; null minds it again. */
export function ignoreFinding(doc: Y.Doc, key: string, finding: string, why: IgnoredEntry | null): void {
  if (why === null) ignoredEntries(doc).delete(`${key}/${finding}`)
  else ignoredEntries(doc).set(`${key}/${finding}`, why)
}

export function mergeOccurrences(doc: Y.Doc, merge: Merge): void {
  mergeEntries(doc).set(mergeKey(merge), merge)
}

export function unmergeOccurrences(doc: Y.Doc, merge: Merge): void {
  mergeEntries(doc).delete(mergeKey(merge))
}

export function addSentence(
  doc: Y.Doc,
  { id, ...entry }: Readonly<{ id: string; after: AddedText['after']; by: string; at: number }>,
): void {
  if (!addedEntries(doc).has(id)) addedEntries(doc).set(id, entry)
}

export function setOwnMetadata(doc: Y.Doc, name: string, value: string): void {
  if (ownMetadata(doc).get(name) !== value) ownMetadata(doc).set(name, value)
}

function mergeKey({ first, second }: Merge): string {
  return `${first}\n${second}`
}
