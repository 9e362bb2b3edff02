import { performance } from 'node:perf_hooks'
import { expect } from 'vitest'

/** Milliseconds between two looks at the clock. */
const rhythm = 2

/**
 * Fails when the event loop was held for longer than `ceiling` milliseconds while `work` went on: so long everybody who
 * types has waited. Answers what `work` did.
 */
export async function withFreeLoop<Value>(ceiling: number, work: () => Promise<Value>): Promise<Value> {
  let longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, rhythm)
  try {
    const value = await work()
    look()
    expect(longest, `the event loop was held for ${Math.round(longest)} ms`).toBeLessThan(ceiling)
    return value
  } finally {
    clearInterval(timer)
  }
}
