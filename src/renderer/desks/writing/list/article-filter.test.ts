import { expect, test } from 'vitest'
import { everything, isFiltered, toggleValue, withText } from './article-filter.ts'

test('a search sorts by relevance and gives the order back when it ends', () => {
  const searching = withText(everything, 'hoa phuong')
  expect(searching.order).toBe('relevance')
  expect(withText(searching, '').order).toBe('updated')
})

test('an order that a person chose outlives a search', () => {
  expect(withText({ ...everything, order: 'deadline' }, 'lũ').order).toBe('deadline')
})

test('a filter value goes in and out', () => {
  const draft = toggleValue(everything, 'states', 'draft')
  expect(draft.states).toEqual(['draft'])
  expect(isFiltered(draft)).toBe(true)
  expect(isFiltered(toggleValue(draft, 'states', 'draft'))).toBe(false)
})

test('spaces alone are no search', () => {
  expect(isFiltered(withText(everything, '   '))).toBe(false)
})
