import { expect, test } from 'vitest'
import { blockAt, gapAt } from './block-places.ts'

const boxes = [
  { key: 'a', top: 0, bottom: 100 },
  { key: 'b', top: 120, bottom: 160 },
  { key: 'c', top: 180, bottom: 400 },
]

test('a drop lands in the nearest gap', () => {
  expect(gapAt(boxes, 10)).toEqual({ before: 'a', y: 0 })
  expect(gapAt(boxes, 80)).toEqual({ before: 'b', y: 110 })
  expect(gapAt(boxes, 399)).toEqual({ before: null, y: 400 })
})

test('an empty page has one gap', () => {
  expect(gapAt([], 50)).toEqual({ before: null, y: 50 })
})

test('a block is found by its height, a gap is none', () => {
  expect(blockAt(boxes, 130)?.key).toBe('b')
  expect(blockAt(boxes, 110)).toBeUndefined()
})
