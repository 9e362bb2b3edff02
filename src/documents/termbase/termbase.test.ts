import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Concept, Official } from '#domain/terms/termbase.ts'
import { readTermbase, removeEntry, shippedUpdate, writeConcept, writePerson } from './termbase.ts'

const tea: Concept = {
  id: 'che',
  kind: 'product',
  terms: [
    { id: '1', language: 'vi', text: 'chè', use: 'preferred', note: '' },
    { id: '2', language: 'en', text: 'tea', use: 'preferred', note: '' },
  ],
  note: '',
  source: 'tòa soạn',
  status: 'approved',
}
const lan: Official = {
  id: 'lan',
  name: 'Nguyễn Thị Lan',
  gender: 'female',
  titles: [{ id: 't', text: 'Giám đốc', concept: '', from: '2024-01-01', until: '' }],
  names: [{ language: 'zh', text: '阮氏兰', confirmed: true }],
  note: '',
  source: '',
}

function merge(left: Y.Doc, right: Y.Doc): void {
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right))
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left))
}

function loaded(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, shippedUpdate({ concepts: [tea], people: [lan] }, 7))
  return doc
}

it('a termbase reads as it was written', () => {
  expect(readTermbase(loaded())).toEqual({ concepts: [tea], people: [lan] })
})

it('terms that two machines add to one concept are both there after they met (SYNC1)', () => {
  const [here, there] = [loaded(), loaded()]
  const term = (id: string, language: string, text: string) => ({
    id,
    language,
    text,
    use: 'allowed' as const,
    note: '',
  })
  writeConcept(here, { ...tea, terms: [...tea.terms, term('a', 'zh', '茶')] })
  writeConcept(there, { ...tea, terms: [...tea.terms, term('b', 'ko', '차')] })
  merge(here, there)
  expect(readTermbase(here)).toEqual(readTermbase(there))
  expect(readTermbase(here).concepts[0]?.terms.map(({ text }) => text)).toEqual(['chè', 'tea', '茶', '차'])
})

it('what staff changed stays changed when a machine that just loaded the shipped entries is met', () => {
  const [here, there] = [loaded(), loaded()]
  writeConcept(here, { ...tea, note: 'đã sửa', terms: tea.terms.slice(0, 1) })
  writePerson(here, { ...lan, gender: '', titles: [] })
  merge(here, there)
  for (const doc of [here, there]) {
    expect(readTermbase(doc).concepts[0]).toMatchObject({ note: 'đã sửa', terms: [{ text: 'chè' }] })
    expect(readTermbase(doc).people[0]).toMatchObject({ gender: '', titles: [] })
  }
})

it('an entry that was taken out is out of sight and may be written again', () => {
  const doc = loaded()
  removeEntry(doc, 'concept', 'che')
  expect(readTermbase(doc).concepts).toEqual([])
  writeConcept(doc, tea)
  expect(readTermbase(doc).concepts).toEqual([tea])
})

it('values of a wrong type read as unset', () => {
  const doc = loaded()
  doc.getMap('concepts').set('che/note', 5 as never)
  doc.getMap('terms').set('che/x', 'no term' as never)
  doc.getMap('people').set('lan/gender', 'other')
  expect(readTermbase(doc).concepts[0]).toEqual(tea)
  expect(readTermbase(doc).people[0]?.gender).toBe('')
})
