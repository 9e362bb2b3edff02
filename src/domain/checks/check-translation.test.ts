import { expect, test } from 'vitest'
import { checkTranslation, type RowToCheck } from './check-translation.ts'

function row(id: string, source: string, target: string): RowToCheck {
  return { id, source: [source], target: [target] }
}

const context = { sourceLanguage: 'vi', targetLanguage: 'en', termsOf: () => [] }

test('one sentence in two translations is told on both rows, a repeated one in one is not', () => {
  const found = checkTranslation(
    [
      row('a', 'Xin cảm ơn.', 'Thank you.'),
      row('b', 'Xin cảm ơn.', 'Many thanks.'),
      row('c', 'Tạm biệt.', 'Goodbye.'),
      row('d', 'Tạm biệt.', 'Goodbye.'),
    ],
    context,
  )
  expect([...found.keys()]).toEqual(['a', 'b'])
  expect(found.get('a')).toMatchObject([{ kind: 'target-differs', facts: { others: 'Many thanks.' } }])
})

test('two sentences that became one are a notice', () => {
  const found = checkTranslation(
    [row('a', 'Ông đến.', 'He came.'), row('b', 'Anh ấy đến.', 'He came.')],
    context,
  )
  expect(found.get('b')).toMatchObject([
    { kind: 'target-repeated', severity: 'notice', facts: { others: 'Ông đến.' } },
  ])
})

test('rows not yet translated are one finding each and compared with none', () => {
  const found = checkTranslation([row('a', 'Ông đến.', ''), row('b', 'Bà đi.', ' ')], context)
  expect([...found.values()].flat().map(({ kind }) => kind)).toEqual(['target-empty', 'target-empty'])
})

test('terms are asked for each row', () => {
  const termsOf = () => [{ term: 'ông', source: { start: 0, end: 3 }, allowed: ['Mr'], forbidden: [] }]
  const found = checkTranslation([row('a', 'Ông An đến.', 'An came.')], { ...context, termsOf })
  expect(found.get('a')).toMatchObject([{ kind: 'term-missing', facts: { term: 'ông', allowed: 'Mr' } }])
})
