import { expect, test } from 'vitest'
import { countTrack, sourceChanges } from './stale-cues.ts'
import { seenOf, type TrackCue } from './track.ts'

function makeCue(id: string, text: string, more: Partial<TrackCue> = {}): TrackCue {
  const runs = text === '' ? [] : [{ text, marks: {} }]
  return { id, start: 0, end: 2000, place: 2, runs, sources: [], seen: [], returned: false, ...more }
}

const source = makeCue('s', 'Giá xăng tăng')
const target = makeCue('t', 'Petrol prices rise', { sources: ['s'], seen: [seenOf(source)] })

function changes(now: readonly TrackCue[], cue = target) {
  return sourceChanges(cue, new Map(now.map((each) => [each.id, each]))).map(({ change }) => change)
}

test('a cue is stale when the words or the times of its source changed, or the source is gone (FLOW1)', () => {
  expect(changes([source])).toEqual([])
  expect(changes([makeCue('s', 'Giá xăng giảm')])).toEqual(['words'])
  expect(changes([{ ...source, end: 2400 }])).toEqual(['times'])
  expect(changes([])).toEqual(['gone'])
})

test('a cue without words is open and not stale', () => {
  expect(changes([], { ...target, runs: [] })).toEqual([])
})

test('counts are of cues, of what nothing says yet, and of what the source left behind', () => {
  const more = makeCue('u', 'Từ 15 giờ')
  expect(countTrack([target], [source, more])).toEqual({ cues: 1, open: 1, stale: 0 })
  expect(countTrack([target, makeCue('v', '', { sources: ['u'] })], [source, more])).toEqual({
    cues: 2,
    open: 1,
    stale: 0,
  })
  expect(countTrack([target, makeCue('w', '')], [makeCue('s', 'Khác')])).toEqual({
    cues: 2,
    open: 1,
    stale: 1,
  })
  expect(countTrack([makeCue('a', 'Một'), makeCue('b', '')], null)).toEqual({ cues: 2, open: 1, stale: 0 })
})
