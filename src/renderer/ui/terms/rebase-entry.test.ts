import { expect, test } from 'vitest'
import type { Concept, Official, Term } from '#domain/terms/termbase.ts'
import { rebaseConcept, rebasePerson } from './rebase-entry.ts'

function makeTerm(id: string, text: string): Term {
  return { id, language: 'en', text, use: 'preferred', note: '' }
}
const base: Concept = {
  id: 'che',
  kind: 'product',
  terms: [makeTerm('a', 'tea'), makeTerm('b', 'green tea')],
  note: '',
  source: 'tòa soạn',
  status: 'proposed',
}

test('a form that was open while a colleague worked changes only what was changed in it (SYNC1)', () => {
  const edited = {
    ...base,
    note: 'chè, không viết trà',
    terms: [makeTerm('a', 'Tea'), makeTerm('b', 'green tea')],
  }
  const now: Concept = {
    ...base,
    status: 'approved',
    terms: [makeTerm('a', 'tea'), makeTerm('b', 'fresh tea'), makeTerm('c', 'black tea')],
  }
  expect(rebaseConcept(base, edited, now)).toEqual({
    ...base,
    note: 'chè, không viết trà',
    status: 'approved',
    terms: [makeTerm('a', 'Tea'), makeTerm('b', 'fresh tea'), makeTerm('c', 'black tea')],
  })
})

test('a term that was taken out here is out, and so is one a colleague took out and nobody touched here', () => {
  const edited = { ...base, terms: [makeTerm('b', 'green tea')] }
  expect(rebaseConcept(base, edited, { ...base, terms: [makeTerm('a', 'tea')] }).terms).toEqual([])
  const touched = { ...base, terms: [makeTerm('b', 'Green tea')] }
  expect(rebaseConcept(base, touched, { ...base, terms: [] }).terms).toEqual([makeTerm('b', 'Green tea')])
})

test('a new entry, and one that is gone by now, are written as the form has them', () => {
  expect(rebaseConcept(null, base, undefined)).toBe(base)
  expect(rebaseConcept(base, base, undefined)).toBe(base)
})

test('titles of a person that two people add are both there', () => {
  const person: Official = { id: 'lan', name: 'Lan', gender: '', titles: [], names: [], note: '', source: '' }
  const title = (id: string) => ({ id, text: id, concept: '', from: '', until: '' })
  const merged = rebasePerson(
    person,
    { ...person, gender: 'female', titles: [title('Giám đốc')] },
    { ...person, titles: [title('Bí thư')], names: [{ language: 'zh', text: '兰', confirmed: true }] },
  )
  expect(merged.titles.map(({ text }) => text)).toEqual(['Giám đốc', 'Bí thư'])
  expect(merged).toMatchObject({ gender: 'female', names: [{ text: '兰' }] })
})
