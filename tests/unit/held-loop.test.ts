import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withFreeLoop } from '#tests/workspace/held-loop.ts'

test('work that holds the event loop is found, and work that waits is not', async () => {
  const hold = () => {
    const until = performance.now() + 400
    while (performance.now() < until);
  }
  await expect(
    withFreeLoop(300, async () => {
      await pause(10)
      hold()
      await pause(10)
    }),
  ).rejects.toThrow(/held for/)
  await expect(withFreeLoop(300, async () => hold())).rejects.toThrow(/held for/)
  expect(await withFreeLoop(300, () => pause(400, 'waited'))).toBe('waited')
})
