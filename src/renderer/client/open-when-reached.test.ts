import { expect, test, vi } from 'vitest'
import type { ConnectionState } from './connection.ts'
import { ConnectionLost, thrown } from './failures.ts'
import { openWhenReached } from './open-when-reached.ts'
import { createWatchedValue } from './stores.ts'

const lost: ConnectionState = { kind: 'lost', attempt: 1 }

test('an article asked for while the workspace restarts is opened when it is back', async () => {
  const state = createWatchedValue<ConnectionState>(lost)
  const open = vi.fn(async () => 'session')
  open.mockRejectedValueOnce(new ConnectionLost())
  const opening = openWhenReached({ state }, open, new AbortController().signal)
  await expect.poll(() => open).toHaveBeenCalledTimes(1)
  state.set({ kind: 'connected' } as ConnectionState)
  expect(await opening).toBe('session')
  expect(open).toHaveBeenCalledTimes(2)
})

test('what the workspace refuses is not asked for again, and who goes away waits no longer', async () => {
  const state = createWatchedValue<ConnectionState>(lost)
  const refusal = thrown({ code: 'document-unknown', facts: { document: 'article:a' } })
  const refused = openWhenReached({ state }, () => Promise.reject(refusal), new AbortController().signal)
  await expect(refused).rejects.toBe(refusal)
  const gone = new AbortController()
  const waiting = openWhenReached({ state }, () => Promise.reject(new ConnectionLost()), gone.signal)
  gone.abort()
  await expect(waiting).rejects.toBe(gone.signal.reason)
})
