import { expect, test } from 'vitest'
import { pageSize, pagesInView, placeOfRow } from './row-pages.ts'

test('a view inside one page asks for that page alone', () => {
  expect(pagesInView(120, 131, 50_000)).toEqual([1])
})

test('a view over a page border asks for both pages', () => {
  expect(pagesInView(pageSize - 3, pageSize + 4, 50_000)).toEqual([0, 1])
})

test('a list that is empty or not counted yet asks for its first page', () => {
  expect(pagesInView(0, 20, 0)).toEqual([0])
  expect(pagesInView(300, 320, 40)).toEqual([0])
})

test('the last rows do not ask for a page behind the end', () => {
  expect(pagesInView(49_990, 50_020, 50_000)).toEqual([499])
})

test('a row is found by page and offset', () => {
  expect(placeOfRow(49_999)).toEqual({ page: 499, offset: 99 })
})
