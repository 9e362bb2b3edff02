import type * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import type { Hash } from '#domain/segments/article-segments.ts'
import { codedFromRuns, codedString } from '#domain/segments/inline-codes.ts'
import type {
  AddedText,
  IgnoredFinding,
  Neighbours,
  TargetText,
  TranslationContent,
} from '#domain/translation/target-texts.ts'
import { readTargetRuns } from './target-runs.ts'
import {
  addedEntries,
  addedTextId,
  asideHashes,
  confirmations,
  hasTargetText,
  ignoredEntries,
  mergeEntries,
  omittedEntries,
  ownMetadata,
  placeNotes,
  targetEntries,
  targetText,
} from './translation-roots.ts'
import {
  isAddedEntry,
  isConfirmation,
  isIgnoredEntry,
  isMerge,
  isNeighbours,
  isTargetEntry,
  isText,
} from './translation-shapes.ts'

/** The hash of a target's words and marks: what a confirmation is about. */
export function targetHash(runs: readonly Run[], hash: Hash): string {
  return hash(codedString(codedFromRuns(runs)))
}

/** All that a translation's document says, sorted by id; asking changes nothing. */
export function readTranslation(doc: Y.Doc, hash: Hash): TranslationContent {
  const places = placesByText(doc)
  const confirmed = confirmations(doc)
  const aside = asideHashes(doc)
  const standing = (id: string) => {
    const written = writtenIn(doc, id, hash)
    const confirmation: unknown = confirmed.get(id)
    const hidden: unknown = aside.get(id)
    return {
      ...written,
      confirmation: isConfirmation(confirmation) ? confirmation : null,
      aside: isText(hidden) ? hidden : null,
    }
  }
  const texts = [...targetEntries(doc)].flatMap(([id, entry]): TargetText[] => {
    if (!isTargetEntry(entry)) return []
    const { source, own, from, by } = entry
    const key = id.slice(0, id.indexOf('/'))
    return [{ id, key, source, own, from, by, places: places.get(id) ?? new Map(), ...standing(id) }]
  })
  const added = [...addedEntries(doc)].flatMap(([id, entry]): AddedText[] =>
    isAddedEntry(entry) ? [{ id, after: entry.after, by: entry.by, ...standing(addedTextId(id)) }] : [],
  )
  return {
    texts: texts.sort(byId),
    added: added.sort(byId),
    merges: [...mergeEntries(doc)]
      .sort(byKey)
      .map(([, merge]) => merge)
      .filter(isMerge),
    omitted: new Set(omittedEntries(doc).keys()),
    ignored: ignoredByKey(doc),
    metadata: Object.fromEntries([...ownMetadata(doc)].filter(([, value]) => isText(value))),
  }
}

type Written = Readonly<{ runs: readonly Run[]; hash: string }>
const remembered = new WeakMap<Y.Text, Readonly<{ written: Written; by: Hash }>>()

/** What a target says, remembered until somebody changes it: a view reads thousands of them after every key. */
function writtenIn(doc: Y.Doc, id: string, hash: Hash): Written {
  if (!hasTargetText(doc, id)) return { runs: [], hash: targetHash([], hash) }
  const text = targetText(doc, id)
  const known = remembered.get(text)
  if (known?.by === hash) return known.written
  const runs = readTargetRuns(doc, id)
  const written = { runs, hash: targetHash(runs, hash) }
  const forget = () => {
    remembered.delete(text)
    text.unobserve(forget)
  }
  text.observe(forget)
  remembered.set(text, { written, by: hash })
  return written
}

function ignoredByKey(doc: Y.Doc): ReadonlyMap<string, readonly IgnoredFinding[]> {
  const ignored = new Map<string, IgnoredFinding[]>()
  for (const [name, entry] of [...ignoredEntries(doc)].sort(byKey)) {
    if (!isIgnoredEntry(entry)) continue
    const cut = name.indexOf('/')
    const { reason, by, at } = entry
    const finding = { finding: name.slice(cut + 1), reason, by, at }
    const known = ignored.get(name.slice(0, cut))
    if (known) known.push(finding)
    else ignored.set(name.slice(0, cut), [finding])
  }
  return ignored
}

function placesByText(doc: Y.Doc): ReadonlyMap<string, ReadonlyMap<string, Neighbours>> {
  const places = new Map<string, Map<string, Neighbours>>()
  for (const [flag, value] of [...placeNotes(doc)].sort(byKey)) {
    const cut = flag.indexOf('|')
    const id = flag.slice(0, cut)
    const known = places.get(id) ?? new Map<string, Neighbours>()
    places.set(id, known)
    known.set(flag.slice(cut + 1), isNeighbours(value) ? value : { before: '', behind: '' })
  }
  return places
}

function byId(left: Readonly<{ id: string }>, right: Readonly<{ id: string }>): number {
  return left.id < right.id ? -1 : 1
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1
}
