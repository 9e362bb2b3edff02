import { expect, test } from 'vitest'
import type { TimelineEntry, WorkflowView } from '#contract/workflow.ts'
import { noteAnswered, noteToAnswer } from './return-note.ts'

let count = 0
function makeEntry(kind: TimelineEntry['kind'], more: Partial<TimelineEntry> = {}): TimelineEntry {
  const by = { id: 'p', name: 'Lê Thu Hà' }
  return {
    ...{ record: `${kind} ${++count}`, kind, by, at: count, note: '', revision: null, paper: null },
    ...{ verdict: 'valid', problem: '' },
    ...more,
  }
}
function makeView(state: WorkflowView['state'], timeline: TimelineEntry[]): WorkflowView {
  const may = { submit: null, approve: null, return: null }
  const rest = { submission: null, approvedRevision: null, changedSinceApproval: false, authors: [], may }
  return { document: 'article:a', state, timeline, ...rest }
}

test('a writer sees the last return as long as the text stands returned', () => {
  const first = makeEntry('return', { note: 'Thiếu nguồn' })
  const second = makeEntry('return', { note: 'Sai số liệu' })
  const timeline = [makeEntry('submission'), first, makeEntry('submission'), second]
  expect(noteToAnswer(makeView('returned', timeline))).toBe(second)
  expect(noteToAnswer(makeView('inReview', [...timeline, makeEntry('submission')]))).toBeUndefined()
})

test('a return that nobody vouches for is no note to answer', () => {
  const forged = makeEntry('return', { verdict: 'unknownSigner' })
  expect(noteToAnswer(makeView('returned', [makeEntry('submission'), forged]))).toBeUndefined()
})

test('an approver sees the note that a submission answers, not one that an approval has settled', () => {
  const returned = makeEntry('return')
  const again = makeEntry('submission')
  const later = makeEntry('submission')
  const timeline = [makeEntry('submission'), returned, again, makeEntry('approval'), later]
  expect(noteAnswered(timeline, again.record)).toBe(returned)
  expect(noteAnswered(timeline, later.record)).toBeUndefined()
  expect(noteAnswered(timeline, 'unknown')).toBeUndefined()
})
