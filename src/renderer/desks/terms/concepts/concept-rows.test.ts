import { expect, test } from 'vitest'
import type { Concept, Term } from '#domain/terms/termbase.ts'
import { conceptRows, languagesOf, noFilter, termsIn } from './concept-rows.ts'

function makeTerm(language: string, text: string, use: Term['use'] = 'preferred'): Term {
  return { id: `${language}-${text}`, language, text, use, note: '' }
}
function makeConcept(name: string, changes: Partial<Concept> = {}): Concept {
  const terms = [makeTerm('vi', name)]
  return { id: name, kind: 'other', terms, note: '', source: '', status: 'proposed', ...changes }
}
const names = (concepts: readonly Concept[]) => concepts.map(({ id }) => id)

test('concepts stand as in a Vietnamese dictionary, whatever order they came in', () => {
  const mixed = ['đồi chè', 'dân tộc', 'ủy ban', 'ăn', 'bản', 'bán', 'án'].map((name) => makeConcept(name))
  expect(names(conceptRows(mixed, noFilter))).toEqual([
    'án',
    'ăn',
    'bản',
    'bán',
    'dân tộc',
    'đồi chè',
    'ủy ban',
  ])
})

test('filters by subject, standing, forbidden forms and gaps go together with the words', () => {
  const sea = makeConcept('Biển Đông', {
    kind: 'sovereignty',
    status: 'approved',
    terms: [
      makeTerm('vi', 'Biển Đông'),
      makeTerm('en', 'East Sea'),
      makeTerm('en', 'South China Sea', 'forbidden'),
      makeTerm('zh', '东海'),
      makeTerm('ko', '동해'),
    ],
  })
  const tea = makeConcept('chè', { kind: 'product' })
  const all = [sea, tea]
  expect(names(conceptRows(all, { ...noFilter, kind: 'product' }))).toEqual(['chè'])
  expect(names(conceptRows(all, { ...noFilter, standing: 'approved' }))).toEqual(['Biển Đông'])
  expect(names(conceptRows(all, { ...noFilter, standing: 'forbidden' }))).toEqual(['Biển Đông'])
  expect(names(conceptRows(all, { ...noFilter, standing: 'gaps' }))).toEqual(['chè'])
  expect(names(conceptRows(all, { ...noFilter, standing: 'gaps', words: 'biển' }))).toEqual([])
  expect(names(conceptRows(all, { ...noFilter, words: 'south china' }))).toEqual(['Biển Đông'])
})

test('languages of the house come first, and in each the form to write', () => {
  const terms = [
    makeTerm('lo', 'ຊາ'),
    makeTerm('en', 'green tea', 'allowed'),
    makeTerm('en', 'tea'),
    makeTerm('vi', 'chè'),
  ]
  expect(languagesOf({ terms })).toEqual(['vi', 'en', 'lo'])
  expect(termsIn({ terms }, 'en').map(({ text }) => text)).toEqual(['tea', 'green tea'])
})
