import { expect, test } from 'vitest'
import { createActIds } from './act-ids.ts'

test('a retry carries the id of the first try, also after another act was tried', () => {
  const acts = createActIds()
  const first = acts.of(['approve', 'text'])
  acts.of(['return', 'text', 'Sửa tít'])
  expect(acts.of(['approve', 'text'])).toBe(first)
})

test('another act has another id: approving is not returning, and neither is another note', () => {
  const acts = createActIds()
  const ids = [acts.of(['approve']), acts.of(['return', 'Sửa tít']), acts.of(['return', 'Sửa sapô'])]
  expect(new Set(ids).size).toBe(3)
})

test('the same again, once answered, is another act', () => {
  const acts = createActIds()
  const first = acts.of('export')
  acts.done('export')
  expect(acts.of('export')).not.toBe(first)
})
