import { expect, test } from 'vitest'
import type { QueueItem } from '#contract/workflow.ts'
import { itemAfter } from './use-chosen-item.ts'

function makeItem(submission: string): QueueItem {
  return {
    document: 'article:0198f000-0000-7000-8000-000000000000',
    article: '0198f000-0000-7000-8000-000000000000',
    title: 'Tân Cương vào hội chè',
    language: 'vi',
    section: '',
    submission,
    submittedBy: { id: 'thu', name: 'Lê Thị Thu' },
    submittedAt: 0,
    note: '',
    deadline: '',
    words: 100,
    authors: [],
    blocked: null,
    firstTime: true,
    basis: 'nothing' as const,
    round: 1,
  }
}
const queue = ['one', 'two', 'three'].map(makeItem)

test('after a decision the next in the queue is read, after the last the one before it', () => {
  expect(itemAfter(queue, 'one')).toBe('two')
  expect(itemAfter(queue, 'three')).toBe('two')
})

test('after the only one nothing is left to read', () => {
  expect(itemAfter(queue.slice(0, 1), 'one')).toBeNull()
})
