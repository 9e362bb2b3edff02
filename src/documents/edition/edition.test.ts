import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeField, editionUpdate, eraseEdition, readEdition, readField, takeField } from './edition.ts'

const name = { article: '0199a000-0000-7000-8000-00000000000a', channel: 'facebook', language: 'vi' }
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const picture = { asset: 'a'.repeat(64), caption: 'Đồi chè', alt: 'Đồi chè xanh', credit: 'Hoàng Nam' }

function taken(text: string) {
  return {
    fields: [{ field: 'text' as const, text, from: hash(text) }],
    media: { pictures: [picture], clips: [], from: 'p' },
  }
}

function opened(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function sync(left: Y.Doc, right: Y.Doc): void {
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
}

test('two machines that begin one edition from one source have its text once (SYNC1)', () => {
  const one = editionUpdate(name, 'facebook', taken('Khai mạc lễ hội'), hash)
  const other = editionUpdate(name, 'facebook', taken('Khai mạc lễ hội'), hash)
  expect(readField(opened(one, other), 'text')).toBe('Khai mạc lễ hội')
})

test('begun from two texts, no letter of either is lost (SYNC1)', () => {
  const one = editionUpdate(name, 'facebook', taken('Bản cũ.'), hash)
  const other = editionUpdate(name, 'facebook', taken('Bản mới.'), hash)
  const text = readField(opened(one, other), 'text')
  expect(text).toContain('Bản cũ.')
  expect(text).toContain('Bản mới.')
})

test('two people type in one field at once and both stay', () => {
  const first = editionUpdate(name, 'facebook', taken('Lễ hội Trà'), hash)
  const [left, right] = [opened(first), opened(first)]
  changeField(left, 'text', 'Lễ hội Trà', 'Mời bà con: Lễ hội Trà')
  changeField(right, 'text', 'Lễ hội Trà', 'Lễ hội Trà năm 2026')
  sync(left, right)
  expect(readField(left, 'text')).toBe('Mời bà con: Lễ hội Trà năm 2026')
  expect(readField(right, 'text')).toBe(readField(left, 'text'))
})

test('what somebody wrote after the writer looked stays beside what the writer did', () => {
  const doc = opened(editionUpdate(name, 'facebook', taken('Một. Hai.'), hash))
  changeField(doc, 'text', 'Một. Hai.', 'Một. Hai. Ba.')
  changeField(doc, 'text', 'Một. Hai.', 'Không. Một. Hai.')
  expect(readField(doc, 'text')).toBe('Không. Một. Hai. Ba.')
})

test('reading changes nothing, and a kind of a newer program shows no field', () => {
  const doc = opened(editionUpdate(name, 'facebook', taken('Lễ hội'), hash))
  const before = Y.encodeStateAsUpdate(doc)
  expect(readEdition(doc, name)).toMatchObject({ kind: 'facebook', pictures: [picture], picturesFrom: 'p' })
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  doc.getMap('about').set('kind', 'hologram')
  expect(readEdition(doc, name)).toMatchObject({ kind: null, fields: [] })
})

test('a purge takes a field’s letters and a picture’s words, and nothing else (SEC1)', () => {
  const doc = opened(editionUpdate(name, 'facebook', taken('Lễ hội'), hash))
  takeField(doc, { field: 'tags', text: '#Trà', from: 't' })
  eraseEdition(doc, (part) => part === 'text' || part === `picture-${picture.asset.slice(0, 16)}`)
  expect(readEdition(doc, name)).toMatchObject({ pictures: [] })
  expect([readField(doc, 'text'), readField(doc, 'tags')]).toEqual(['', '#Trà'])
})
