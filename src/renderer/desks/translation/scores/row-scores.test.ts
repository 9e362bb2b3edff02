import { expect, test, vi } from 'vitest'
import { createRowScores } from './row-scores.ts'

/** A memory that is asked and answers when the test lets it. */
function makeMemory() {
  const asked: string[] = []
  let answer: (score: number | null) => void = () => undefined
  const scores = createRowScores({
    breath: 0,
    ask(row) {
      asked.push(row)
      return new Promise((resolve) => (answer = resolve))
    },
  })
  return { asked, scores, answer: (score: number | null) => answer(score) }
}

test('rows in view are asked for one after another, each once, and what went out of view is left', async () => {
  const { asked, scores, answer } = makeMemory()
  scores.want(['a', 'b', 'c'])
  expect(asked).toEqual(['a'])
  scores.want(['b', 'd'])
  answer(87)
  await vi.waitFor(() => expect(asked).toEqual(['a', 'b']))
  answer(null)
  await vi.waitFor(() => expect(asked).toEqual(['a', 'b', 'd']))
  answer(101)
  await vi.waitFor(() => expect(scores.known.get().size).toBe(2))
  scores.want(['a', 'b', 'd'])
  expect(asked).toEqual(['a', 'b', 'd'])
  expect([...scores.known.get()]).toEqual([
    ['a', 87],
    ['d', 101],
  ])
  scores.close()
})

test('after the memory changed an answer that was under way does not count, and rows are asked for anew', async () => {
  const { asked, scores, answer } = makeMemory()
  scores.want(['a'])
  scores.forget()
  answer(70)
  await vi.waitFor(() => expect(asked).toEqual(['a', 'a']))
  expect(scores.known.get().size).toBe(0)
  answer(100)
  await vi.waitFor(() => expect(scores.known.get().get('a')).toBe(100))
  scores.forget()
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  answer(null)
  await vi.waitFor(() => expect(scores.known.get().has('a')).toBe(false))
  scores.close()
})

test('a question that fails is no score, and the rest goes on', async () => {
  const asked: string[] = []
  const scores = createRowScores({
    breath: 0,
    ask: (row) => {
      asked.push(row)
      return row === 'a' ? Promise.reject(new Error('lost')) : Promise.resolve(99)
    },
  })
  scores.want(['a', 'b'])
  await vi.waitFor(() => expect([...scores.known.get()]).toEqual([['b', 99]]))
  expect(asked).toEqual(['a', 'b'])
  scores.close()
})
