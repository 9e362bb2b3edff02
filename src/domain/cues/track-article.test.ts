import { expect, test } from 'vitest'
import { diffArticles, sameArticle } from '../article-diff.ts'
import { citedSource, parseRevision, revisionBody } from '../revision.ts'
import { judgedParts } from '../secret-stamps.ts'
import type { Track, TrackCue } from './track.ts'
import { cuesOf, trackArticle, trackOfArticle } from './track-article.ts'

function makeCue(id: string, text: string, more: Partial<TrackCue> = {}): TrackCue {
  const runs = [{ text, marks: {} }]
  return { id, start: 0, end: 2000, place: 2, runs, sources: [], seen: [], returned: false, ...more }
}

function makeTrack(more: Partial<Track> = {}): Track {
  return {
    clip: 'c'.repeat(64),
    language: 'en',
    frameRate: { numerator: 30000, denominator: 1001 },
    source: 'vi',
    cues: [
      makeCue('a', 'Hello', { sources: ['s'], seen: [{ cue: 's', start: 0, end: 2000, text: 'Chào' }] }),
      makeCue('b', 'There', { start: 2000, end: 4000, place: 8 }),
    ],
    leftovers: new Map(),
    file: null,
    ...more,
  }
}

test('a track is kept as a revision and read back whole', () => {
  const voice = [{ kind: 'text', text: 'There', marks: [{ kind: 'voice', name: 'Lan' }] }] as const
  const track = makeTrack({
    leftovers: new Map([['b', { name: 'mo', settings: 'align:start', parts: voice }]]),
    file: { format: 'webvtt', lineEnd: '\n', kept: [{ kind: 'note', raw: 'NOTE a', before: 'b' }] },
  })
  const body = revisionBody(trackArticle(track, 'f'.repeat(64)))
  const read = parseRevision(body)
  expect(read && revisionBody(read)).toBe(body)
  expect(read && trackOfArticle(read)).toMatchObject({ cues: track.cues, source: 'vi', file: track.file })
  expect(read && cuesOf(read)[1]).toMatchObject({ id: 'b', start: 2000, place: 8, text: voice })
})

test('the same content gives the same body, composed or not', () => {
  const composed = makeTrack({ cues: [makeCue('a', 'Tòa nhà')] })
  const apart = makeTrack({ cues: [makeCue('a', 'Tòa nhà'.normalize('NFD'))] })
  expect(revisionBody(trackArticle(apart, ''))).toBe(revisionBody(trackArticle(composed, '')))
})

test('a revision cites the track that it was made from', () => {
  const body = revisionBody(trackArticle(makeTrack(), 'f'.repeat(64)))
  expect(citedSource(body)).toEqual({ document: `track:${'c'.repeat(64)}:vi`, revision: 'f'.repeat(64) })
  expect(citedSource(revisionBody(trackArticle(makeTrack({ source: '' }), '')))).toBeUndefined()
})

test('cues that moved are another text, though they say the same', () => {
  const moved = makeTrack({ cues: [makeCue('a', 'Hello', { start: 40 }), ...makeTrack().cues.slice(1)] })
  const [from, to] = [trackArticle(makeTrack(), ''), trackArticle(moved, '')]
  expect(sameArticle(from, from)).toBe(true)
  expect(sameArticle(from, to)).toBe(false)
  expect(diffArticles(from, to).blocks[0]).toMatchObject({
    change: 'changed',
    attributes: [{ name: 'times', from: '00:00:00,000 → 00:00:02,000', to: '00:00:00,040 → 00:00:02,000' }],
  })
})

test('what a track remembers of its source, and what a file held, is judged for stamps (SEC1)', () => {
  const track = makeTrack({
    file: { format: 'srt', lineEnd: '\n', kept: [{ kind: 'unread', raw: 'MẬT', before: null }] },
  })
  const parts = judgedParts(trackArticle(track, '')).map(({ id, text }) => `${id}: ${text}`)
  expect(parts).toContain('beside/a: Chào')
  expect(parts).toContain('kept/0: MẬT')
})

test.each([
  '{}',
  '{"clip":"c","cues":[{"id":"a","start":-1,"end":2}]}',
  '{"clip":"c","cues":[{"id":"a","start":1,"end":2,"parts":[{"kind":"text"}]}]}',
])('a note that is none is not read: %s', (note) => {
  const body = `{"blocks":[],"metadata":{"language":"vi"},"schema":1,"track":${note}}`
  expect(parseRevision(body)?.track).toBeUndefined()
})
