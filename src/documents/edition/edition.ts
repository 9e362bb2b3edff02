import * as Y from 'yjs'
import type { EditionField, EditionKind } from '#domain/channels.ts'
import type { EditionName } from '#domain/document-id.ts'
import type { EditionClip, EditionContent, EditionPicture } from '#domain/editions/edition.ts'
import { isEditionKind } from '#domain/editions/edition-article.ts'
import { fieldsOf } from '#domain/editions/edition-fields.ts'
import { diffText } from '../text-edits.ts'
import { mergeRuns3 } from '../three-way.ts'

/**
 * The shared types of an edition's document: a root text a field, and flat maps of plain values, as in an article's.
 * `from` tells what a field was taken from; `media` holds pictures and clips in posting order, the last writer's.
 */
function fieldText(doc: Y.Doc, field: EditionField): Y.Text {
  return doc.getText(`f/${field}`)
}

/** `article`, `channel`, `language`, `kind`. */
function aboutMap(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('about')
}

/** Field, or `pictures` → hash of the source it was taken from. */
function fromMap(doc: Y.Doc): Y.Map<string> {
  return doc.getMap<string>('from')
}

/** `pictures`, `clips` → the list as a plain value. */
function mediaMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('media')
}

/** A field as its source gives it: its words and the hash of what they rest on. */
export type TakenField = Readonly<{ field: EditionField; text: string; from: string }>
export type TakenMedia = Readonly<{
  pictures: readonly EditionPicture[]
  clips: readonly EditionClip[]
  from: string
}>

/**
 * A fresh edition with what its source gives, as one Yjs update (v1). Two machines may both make it: from one source
 * they make the same update, down to the client's number, and the two are one; from two sources both texts stand.
 * `hash` answers lower-case hex.
 */
export function editionUpdate(
  name: EditionName,
  kind: EditionKind,
  taken: Readonly<{ fields: readonly TakenField[]; media: TakenMedia }>,
  hash: (text: string) => string,
): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = Number.parseInt(hash(JSON.stringify([name, kind, taken])).slice(0, 8), 16)
  doc.transact(() => {
    const about = aboutMap(doc)
    for (const [key, value] of Object.entries({ ...name, kind })) about.set(key, value)
    for (const field of taken.fields) takeField(doc, field)
    takeMedia(doc, taken.media)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** All that an edition's document says; asking changes nothing. */
export function readEdition(doc: Y.Doc, name: EditionName): EditionContent {
  const kind = aboutMap(doc).get('kind')
  const known = isEditionKind(kind) ? kind : null
  const from = fromMap(doc)
  return {
    name,
    kind: known,
    fields: (known ? fieldsOf(known) : []).map((field) => ({
      field,
      text: readField(doc, field),
      from: textValue(from.get(field)),
    })),
    pictures: listIn(doc, 'pictures').filter(isPicture),
    picturesFrom: textValue(from.get('pictures')),
    clips: listIn(doc, 'clips').filter(isClip),
  }
}

/** A field's text as it stands; '' when nobody wrote any. */
export function readField(doc: Y.Doc, field: EditionField): string {
  return doc.share.has(`f/${field}`) ? fieldText(doc, field).toString() : ''
}

/** Does to a field what turned `before` into `after`; what others wrote in it meanwhile stays (SYNC1). */
export function changeField(doc: Y.Doc, field: EditionField, before: string, after: string): void {
  const now = readField(doc, field)
  writeField(doc, field, before === now ? after : merged(before, after, now))
}

function merged(before: string, after: string, now: string): string {
  const runs = (text: string) => (text === '' ? [] : [{ text, marks: {} }])
  return mergeRuns3(runs(before), runs(after), runs(now))
    .map(({ text }) => text)
    .join('')
}

/** Changes only the letters that differ, so that two people's typing merges. */
function writeField(doc: Y.Doc, field: EditionField, next: string): void {
  const edits = diffText(readField(doc, field), next)
  if (edits.length === 0) return
  const text = fieldText(doc, field)
  for (const edit of edits.toReversed()) {
    text.delete(edit.at, edit.remove)
    text.insert(edit.at, edit.insert)
  }
}

/** Puts what the source gives in a field's place. */
export function takeField(doc: Y.Doc, { field, text, from }: TakenField): void {
  writeField(doc, field, text)
  noteFrom(doc, field, from)
}

/** Notes which source a field was held against; null text of its own is not touched. */
export function noteFrom(doc: Y.Doc, field: EditionField | 'pictures', from: string): void {
  if (fromMap(doc).get(field) !== from) fromMap(doc).set(field, from)
}

export function takeMedia(doc: Y.Doc, { pictures, clips, from }: TakenMedia): void {
  setMedia(doc, 'pictures', pictures)
  setMedia(doc, 'clips', clips)
  noteFrom(doc, 'pictures', from)
}

/** Sets which pictures are posted, and in which order. */
export function arrangePictures(doc: Y.Doc, pictures: readonly EditionPicture[]): void {
  setMedia(doc, 'pictures', pictures)
}

function setMedia(
  doc: Y.Doc,
  name: 'pictures' | 'clips',
  list: readonly (EditionPicture | EditionClip)[],
): void {
  const plain = list.map((each) => ({ ...each }))
  if (JSON.stringify(mediaMap(doc).get(name)) !== JSON.stringify(plain)) mediaMap(doc).set(name, plain)
}

function listIn(doc: Y.Doc, name: 'pictures' | 'clips'): readonly unknown[] {
  const list = mediaMap(doc).get(name)
  return Array.isArray(list) ? list : []
}

function textValue(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isPicture(value: unknown): value is EditionPicture {
  return hasTexts(value, ['asset', 'caption', 'alt', 'credit'])
}

function isClip(value: unknown): value is EditionClip {
  return hasTexts(value, ['asset', 'caption'])
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Readonly<Record<string, unknown>>
  return names.every((name) => typeof fields[name] === 'string')
}

/**
 * Takes a field's text, or everything, out for good (SEC1): the letters go, and the words that pictures and clips carry.
 */
export function eraseEdition(doc: Y.Doc, goes: (part: string, words: string) => boolean): void {
  for (const name of [...doc.share.keys()].filter((name) => name.startsWith('f/'))) {
    const text = doc.getText(name)
    if (goes(name.slice(2), text.toString())) text.delete(0, text.length)
  }
  const media = mediaMap(doc)
  for (const name of [...media.keys()]) {
    const kept = listIn(doc, name === 'pictures' ? 'pictures' : 'clips').filter(
      (each) => !goes(blockIdOf(name, each), JSON.stringify(each)),
    )
    media.set(name, kept)
  }
}

function blockIdOf(name: string, value: unknown): string {
  const asset = hasTexts(value, ['asset']) ? (value as Readonly<{ asset: string }>).asset : ''
  return `${name === 'pictures' ? 'picture' : 'clip'}-${asset.slice(0, 16)}`
}
