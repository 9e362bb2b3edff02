import { segmentFields } from '#domain/segments/segments.ts'
import { isCodedText } from '#domain/translation/note-form.ts'
import type { AddedText, Confirmation, Merge, Neighbours } from '#domain/translation/target-texts.ts'
import type { AddedEntry, IgnoredEntry, TargetEntry } from './translation-roots.ts'

/** What another program, or a broken one, may have put into the maps is left out where it has not our shape. */

type Fields = Readonly<Record<string, unknown>>

export function isTargetEntry(value: unknown): value is TargetEntry {
  if (!isFields(value)) return false
  const { source, own, from, by } = value
  const parents = Array.isArray(from) && from.every(isFormer)
  return isCodedText(source) && (own === null || isText(own)) && parents && isText(by)
}

export function isAddedEntry(value: unknown): value is AddedEntry {
  return isFields(value) && isText(value['by']) && isAnchor(value['after'])
}

export function isConfirmation(value: unknown): value is Confirmation {
  return isFields(value) && isText(value['hash']) && isText(value['by']) && typeof value['at'] === 'number'
}

export function isIgnoredEntry(value: unknown): value is IgnoredEntry {
  return isFields(value) && isText(value['reason']) && isText(value['by']) && typeof value['at'] === 'number'
}

export function isMerge(value: unknown): value is Merge {
  return (
    isFields(value) && ['first', 'second', 'firstWords', 'secondWords'].every((name) => isText(value[name]))
  )
}

export function isNeighbours(value: unknown): value is Neighbours {
  return isFields(value) && isText(value['before']) && isText(value['behind'])
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFormer(value: unknown): boolean {
  return isFields(value) && isText(value['id']) && isText(value['hash'])
}

function isAnchor(value: unknown): value is AddedText['after'] {
  if (!isFields(value)) return false
  const { occurrence, block, field, index } = value
  const known = segmentFields.some((name) => name === field)
  return isText(occurrence) && isText(block) && known && Number.isInteger(index)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
