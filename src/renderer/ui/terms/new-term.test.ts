import { expect, test } from 'vitest'
import type { Concept } from '#domain/terms/termbase.ts'
import { type NewTerm, planTerm } from './new-term.ts'

const district: Concept = {
  id: 'huyen',
  kind: 'place',
  terms: [{ id: 'a', language: 'vi', text: 'Huyện ủy', use: 'preferred', note: '' }],
  note: '',
  source: '',
  status: 'approved',
}

function plan(concepts: readonly Concept[], changes: Partial<NewTerm>) {
  let count = 0
  const term: NewTerm = {
    from: 'vi',
    to: 'en',
    source: 'huyện uỷ',
    target: '',
    kind: 'agency',
    note: '',
    ...changes,
  }
  return planTerm(concepts, term, () => `id-${++count}`)
}

test('a term nobody had makes a proposed concept in both languages', () => {
  const made = plan([], { source: ' chè búp ', target: 'tea buds', kind: 'product' })
  expect(made.kind).toBe('new')
  expect(made.concept).toMatchObject({ kind: 'product', status: 'proposed' })
  expect(made.concept.terms.map(({ language, text, use }) => [language, text, use])).toEqual([
    ['vi', 'chè búp', 'preferred'],
    ['en', 'tea buds', 'preferred'],
  ])
})

test('a term that is known in the source gets the target, whatever its case and tone placement', () => {
  const first = plan([district], { target: 'district Party committee' })
  expect(first.kind).toBe('completed')
  expect(first.concept.terms.at(-1)).toMatchObject({ language: 'en', use: 'preferred' })
  const second = plan([first.concept], { to: 'en-GB', target: 'Party committee of the district' })
  expect(second.concept.terms.at(-1)).toMatchObject({ use: 'allowed' })
  expect(second.concept.id).toBe('huyen')
})

test('what is there in both languages changes nothing', () => {
  const { concept } = plan([district], { target: 'district Party committee' })
  expect(plan([concept], { target: 'District Party Committee' })).toEqual({ kind: 'known', concept })
})
