import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeBounded } from './bounded.ts'

test('no more than so many pieces of work run at a time, in their order, failures included', async () => {
  const bounded = makeBounded(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const work = (index: number) => async () => {
    started.push(index)
    running += 1
    most = Math.max(most, running)
    await turn()
    running -= 1
    if (index === 3) throw new Error('lỗi')
    return index
  }
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((index) => bounded(work(index))))
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await bounded(work(7))).toBe(7)
})
