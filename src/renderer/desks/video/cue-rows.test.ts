import { expect, test } from 'vitest'
import type { TrackCue } from '#domain/cues/track.ts'
import { isOpenRow, pairRows, rowAt } from './cue-rows.ts'

function makeCue(id: string, start: number, sources: readonly string[] = [], text = id): TrackCue {
  const runs = text === '' ? [] : [{ text, marks: {} }]
  return { id, start, end: start + 900, place: 2, runs, sources, seen: [], returned: false }
}

const source = [makeCue('s1', 0), makeCue('s2', 1000), makeCue('s3', 2000)]

function shown(cues: readonly TrackCue[]) {
  return pairRows(cues, source).map(
    ({ source: from, again, target, within }) =>
      `${again ? '(' : ''}${from?.id ?? '-'}${again ? ')' : ''} ${target?.id ?? (within ? `^${within}` : '-')}`,
  )
}

test('a cue for each cue of the source stands beside it; what nothing says yet is open', () => {
  expect(shown([makeCue('t1', 0, ['s1']), makeCue('t3', 2000, ['s3'])])).toEqual(['s1 t1', 's2 -', 's3 t3'])
  expect(pairRows([], source).map(isOpenRow)).toEqual([true, true, true])
})

test('one cue may say two of the source, and two may say one', () => {
  expect(
    shown([makeCue('t1', 0, ['s2', 's1']), makeCue('a', 2000, ['s3']), makeCue('b', 2500, ['s3'])]),
  ).toEqual(['s1 t1', 's2 ^t1', 's3 a', '(s3) b'])
})

test('a cue without a source, or whose source is gone, stands where its time is', () => {
  expect(shown([makeCue('n', 1500), makeCue('g', 2500, ['weg'])])).toEqual([
    's1 -',
    's2 -',
    '- n',
    's3 -',
    '- g',
  ])
})

test('a track by itself is a line for each cue', () => {
  expect(pairRows([makeCue('a', 0, [], '')], null)).toMatchObject([{ source: null, target: { id: 'a' } }])
})

test('the line at a moment is the one on show, else the last before it', () => {
  const rows = pairRows([makeCue('a', 0), makeCue('b', 1000)], null)
  expect([0, 950, 1899, 5000].map((at) => rowAt(rows, at)?.key)).toEqual(['a', 'a', 'b', 'b'])
})
