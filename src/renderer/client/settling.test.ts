import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSettling } from './settling.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function make(settle = async () => undefined, isSaved = () => true) {
  const calls: string[] = []
  const settling = createSettling({
    async beforehand() {
      calls.push('saved')
      return isSaved()
    },
    async settle() {
      calls.push('judged')
      await settle()
    },
  })
  return { calls, settling }
}

test('SEC1: what was typed is saved, then judged, when the caret leaves its block', async () => {
  const { calls, settling } = make()
  settling.caretIn('a')
  settling.typed()
  settling.caretIn('a')
  expect(calls).toEqual([])
  settling.caretIn('b')
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual(['saved', 'judged'])
  settling.caretIn('c')
  await vi.advanceTimersByTimeAsync(5000)
  expect(calls).toEqual(['saved', 'judged'])
})

test('SEC1: a resting caret counts as done; each key starts the rest anew', async () => {
  const { calls, settling } = make()
  settling.caretIn('a')
  settling.typed()
  await vi.advanceTimersByTimeAsync(1500)
  settling.typed()
  await vi.advanceTimersByTimeAsync(1500)
  expect(calls).toEqual([])
  await vi.advanceTimersByTimeAsync(600)
  expect(calls).toEqual(['saved', 'judged'])
})

test('SEC1: a judgement that could not be asked for is asked for again', async () => {
  const settle = vi.fn(async () => undefined)
  settle.mockRejectedValueOnce(new Error('lost'))
  const { settling } = make(settle)
  settling.caretIn('a')
  settling.typed()
  settling.caretIn('b')
  await vi.advanceTimersByTimeAsync(0)
  settling.caretIn('c')
  await vi.advanceTimersByTimeAsync(0)
  expect(settle).toHaveBeenCalledTimes(2)
})

test('SEC1: what cannot be saved yet is judged once it is', async () => {
  let saved = false
  const { calls, settling } = make(undefined, () => saved)
  settling.caretIn('a')
  settling.typed()
  settling.caretIn('b')
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual(['saved'])
  saved = true
  await vi.advanceTimersByTimeAsync(2500)
  expect(calls).toEqual(['saved', 'saved', 'judged'])
})
