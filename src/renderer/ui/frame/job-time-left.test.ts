import { expect, test } from 'vitest'
import { jobTimeLeft } from './job-time-left.ts'

test('the time left follows from the speed so far', () => {
  expect(jobTimeLeft({ progress: 0.5, startedAt: 0 }, 20_000)).toEqual({ unit: 'seconds', count: 20 })
  expect(jobTimeLeft({ progress: 0.25, startedAt: 0 }, 60_000)).toEqual({ unit: 'minutes', count: 3 })
})

test('nothing is promised at the very start or without a length', () => {
  expect(jobTimeLeft({ progress: 0.01, startedAt: 0 }, 20_000)).toBeNull()
  expect(jobTimeLeft({ progress: 0.5, startedAt: 0 }, 200)).toBeNull()
  expect(jobTimeLeft({ progress: null, startedAt: 0 }, 20_000)).toBeNull()
})
