import { expect, test } from 'vitest'
import { metTerms, termFinder } from '#domain/terms/recognise.ts'
import type { Concept } from '#domain/terms/termbase.ts'
import { checkSegment } from './check-segment.ts'

test('the terms of a termbase are checked as they are met', () => {
  const concept: Concept = {
    id: 'tea',
    kind: 'product',
    status: 'approved',
    note: '',
    source: '',
    terms: [
      { id: '1', language: 'vi', text: 'chè', use: 'preferred', note: '' },
      { id: '2', language: 'en', text: 'tea', use: 'preferred', note: '' },
      { id: '3', language: 'en', text: 'chai', use: 'forbidden', note: '' },
    ],
  }
  const source = 'Lễ hội chè khai mạc.'
  const found = termFinder({ concepts: [concept], people: [] }, 'vi').find(source)
  const terms = metTerms(source, found, new Map([[concept.id, concept]]), 'en')
  const check = (target: string) =>
    checkSegment({
      source: [source],
      target: [target],
      sourceLanguage: 'vi',
      targetLanguage: 'en',
      terms,
    }).map(({ kind }) => kind)
  expect(check('The tea festival opened.')).toEqual([])
  expect(check('The chai festival opened.')).toEqual(['term-forbidden'])
})
