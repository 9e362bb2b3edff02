import { expect, test } from 'vitest'
import type { Concept, Term } from '#domain/terms/termbase.ts'
import { cleanConcept, conceptProblems, emptyConcept } from './concept-form.ts'

let made = 0
const freshId = () => `id-${++made}`
function makeTerm(language: string, text: string, use: Term['use'] = 'preferred'): Term {
  return { id: freshId(), language, text, use, note: '' }
}
function makeConcept(...terms: readonly Term[]): Concept {
  return { id: freshId(), kind: 'other', terms, note: ' ', source: '', status: 'proposed' }
}

test('an empty form has a place for each language and is not saved', () => {
  const empty = emptyConcept(freshId)
  expect(empty.terms.map(({ language }) => language)).toEqual(['vi', 'en', 'zh', 'ko'])
  expect(conceptProblems(empty, [])).toEqual([{ kind: 'empty' }])
})

test('what is saved has no empty terms and no spaces at the ends', () => {
  const cleaned = cleanConcept(makeConcept(makeTerm('vi', ' chè '), makeTerm('en', '  ')))
  expect(cleaned.note).toBe('')
  expect(cleaned.terms.map(({ text }) => text)).toEqual(['chè'])
})

test('a form tells terms that stand twice, two forms to write, and the concept that has a term already', () => {
  const other = makeConcept(makeTerm('vi', 'Huyện ủy'), makeTerm('en', 'tea', 'forbidden'))
  const written = makeConcept(
    makeTerm('vi', 'huyện uỷ'),
    makeTerm('en', 'tea'),
    makeTerm('en', 'Tea', 'allowed'),
    makeTerm('en-GB', 'green tea'),
  )
  expect(conceptProblems(written, [other, written])).toEqual([
    { kind: 'twice', language: 'en', text: 'Tea' },
    { kind: 'preferredTwice', language: 'en' },
    { kind: 'elsewhere', text: 'huyện uỷ', name: 'Huyện ủy' },
  ])
  expect(conceptProblems(makeConcept(makeTerm('vi', 'chè')), [other])).toEqual([])
})
