import { expect, test } from 'vitest'
import type { TrackCue } from '#domain/cues/track.ts'
import { dragged, drawnCue, gripAt } from './cue-grips.ts'
import { following, scrolled, zoomed } from './wave-view.ts'

function makeCue(id: string, start: number, end: number): TrackCue {
  return { id, start, end, place: 2, runs: [], sources: [], seen: [], returned: false }
}

const cues = [makeCue('a', 1000, 2000), makeCue('b', 2000, 3000), makeCue('c', 5000, 6000)]
const drag = { cues, rate: { numerator: 25, denominator: 1 }, duration: 10_000, withNeighbour: false }

function take(at: number, to: number, withNeighbour = false) {
  const grip = gripAt(cues, at, 60, null)
  return grip.kind === 'empty' ? grip.kind : dragged(grip, to, { ...drag, withNeighbour })
}

test('an edge is taken hold of near it, the body inside, and of two that meet the one in hand', () => {
  expect(gripAt(cues, 1040, 60, null)).toMatchObject({ kind: 'start', cue: { id: 'a' } })
  expect(gripAt(cues, 1500, 60, null)).toMatchObject({ kind: 'body' })
  expect(gripAt(cues, 4000, 60, null)).toMatchObject({ kind: 'empty' })
  expect(gripAt(cues, 2000, 60, 'b')).toMatchObject({ kind: 'start', cue: { id: 'b' } })
})

test('edges go to frames and stop at the neighbour and before they meet', () => {
  expect(take(2980, 3333)).toEqual([{ id: 'b', start: 2000, end: 3360 }])
  expect(take(2980, 9000)).toEqual([{ id: 'b', start: 2000, end: 5000 }])
  expect(take(5000, 8000)).toEqual([{ id: 'c', start: 5960, end: 6000 }])
})

test('with the neighbour, the edge that meets it moves along', () => {
  expect(take(2000, 2200, true)).toEqual([
    { id: 'a', start: 1000, end: 2200 },
    { id: 'b', start: 2200, end: 3000 },
  ])
})

test('a cue that is moved keeps its length and stays between its neighbours', () => {
  expect(take(5500, 5910)).toEqual([{ id: 'c', start: 5400, end: 6400 }])
  expect(take(5500, 1000)).toEqual([{ id: 'c', start: 3000, end: 4000 }])
})

test('a new cue is drawn in the free room only, either way, and a touch draws none', () => {
  expect(drawnCue(3500, 4210, drag)).toEqual({ start: 3480, end: 4200 })
  expect(drawnCue(4000, 2500, drag)).toEqual({ start: 3000, end: 4000 })
  expect(drawnCue(3500, 9000, drag)).toEqual({ start: 3480, end: 5000 })
  expect(drawnCue(3500, 3540, drag)).toBeNull()
})

test('what is under the pointer stays there when it is zoomed, and playing turns pages', () => {
  const view = { from: 1000, msPerPixel: 10 }
  const closer = zoomed(view, 0.5, 100, 800, 60_000)
  expect(closer.from + 100 * closer.msPerPixel).toBe(2000)
  expect(following(view, 5000, 800, 60_000)).toBe(view)
  expect(following(view, 9000, 800, 60_000).from).toBe(8680)
  expect(scrolled(view, -500, 800, 60_000).from).toBe(0)
})
