import { expect, test } from 'vitest'
import { placeBeside } from './use-floating-place.ts'

const view = { width: 1366, height: 768 }
const size = { width: 240, height: 100 }

test('a menu opens below its line, and above it at the foot of the window', () => {
  expect(placeBeside({ left: 400, top: 300, bottom: 330 }, size, view, 'below')).toEqual({
    left: 400,
    top: 336,
  })
  expect(placeBeside({ left: 400, top: 700, bottom: 730 }, size, view, 'below').top).toBe(594)
})

test('a toolbar leaves the window bar visible and goes below instead', () => {
  expect(placeBeside({ left: 400, top: 300, bottom: 330 }, size, view, 'above').top).toBe(194)
  expect(placeBeside({ left: 400, top: 90, bottom: 120 }, size, view, 'above').top).toBe(126)
})

test('nothing leaves the window at the side', () => {
  expect(placeBeside({ left: 1300, top: 300, bottom: 330 }, size, view, 'below').left).toBe(1118)
})
