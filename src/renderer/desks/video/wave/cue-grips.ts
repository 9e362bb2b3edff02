import type { CueTimes } from '#documents/track/edit-track.ts'
import { type FrameRate, framesLength, snapToFrame } from '#domain/cues/frame-rate.ts'
import type { TrackCue } from '#domain/cues/track.ts'

/** What a press on the waveform takes hold of. */
export type Grip =
  | Readonly<{ kind: 'start' | 'end' | 'body'; cue: TrackCue; at: number }>
  | Readonly<{ kind: 'empty'; at: number }>

type Timed = readonly TrackCue[]

/** Takes hold of the cue at a moment; edges are `reach` milliseconds wide, and belong to the cue in hand first. */
export function gripAt(cues: Timed, at: number, reach: number, inHand: string | null): Grip {
  const near = cues.filter(({ start, end }) => at >= start - reach && at <= end + reach)
  const ordered = [...near.filter(({ id }) => id === inHand), ...near.filter(({ id }) => id !== inHand)]
  for (const cue of ordered) {
    const edge = Math.min(reach, Math.max(0, (cue.end - cue.start) / 3))
    if (Math.abs(at - cue.start) <= edge) return { kind: 'start', cue, at }
    if (Math.abs(at - cue.end) <= edge) return { kind: 'end', cue, at }
  }
  const inside = ordered.find(({ start, end }) => at >= start && at <= end)
  return inside ? { kind: 'body', cue: inside, at } : { kind: 'empty', at }
}

type Drag = Readonly<{ cues: Timed; rate: FrameRate | null; duration: number; withNeighbour: boolean }>

/**
 * The times that dragging a grip to a moment gives. Edges go to frames and stop at the neighbours; `withNeighbour` moves
 * the edge of the neighbour that meets it, too.
 */
export function dragged(grip: Exclude<Grip, { kind: 'empty' }>, to: number, drag: Drag): readonly CueTimes[] {
  const { cue } = grip
  const { cues, rate, duration, withNeighbour } = drag
  const place = cues.findIndex(({ id }) => id === cue.id)
  const [before, next] = [cues[place - 1], cues[place + 1]]
  const least = rate ? framesLength(1, rate) : 40
  const by = to - grip.at
  const clamp = (value: number, low: number, high: number) =>
    Math.min(Math.max(value, low), Math.max(low, high))
  if (grip.kind === 'body') {
    const length = cue.end - cue.start
    const low = before && before.end <= cue.start ? before.end : 0
    const high = (next && next.start >= cue.end ? next.start : duration) - length
    const start = snapToFrame(clamp(cue.start + by, low, high), rate)
    return [{ id: cue.id, start, end: start + length }]
  }
  if (grip.kind === 'start') {
    const met = withNeighbour && before && Math.abs(before.end - cue.start) <= 200 ? before : undefined
    const low = met ? met.start + least : before && before.end <= cue.start ? before.end : 0
    const start = clamp(snapToFrame(cue.start + by, rate), low, cue.end - least)
    const moved = met ? [{ id: met.id, start: met.start, end: start - (cue.start - met.end) }] : []
    return [{ id: cue.id, start, end: cue.end }, ...moved]
  }
  const met = withNeighbour && next && Math.abs(next.start - cue.end) <= 200 ? next : undefined
  const high = met ? met.end - least : next && next.start >= cue.end ? next.start : duration
  const end = clamp(snapToFrame(cue.end + by, rate), cue.start + least, high)
  const moved = met ? [{ id: met.id, start: end + (met.start - cue.end), end: met.end }] : []
  return [{ id: cue.id, start: cue.start, end }, ...moved]
}

/** Where a new cue that is drawn from one moment to another stands; null when it is too short to be meant. */
export function drawnCue(
  from: number,
  to: number,
  { cues, rate, duration }: Omit<Drag, 'withNeighbour'>,
): Readonly<{ start: number; end: number }> | null {
  const [left, right] = [Math.min(from, to), Math.max(from, to)]
  const before = cues.findLast(({ start }) => start <= from)
  const next = cues.find(({ start }) => start > from)
  const start = snapToFrame(Math.max(left, before && before.end <= from ? before.end : 0), rate)
  const end = Math.min(snapToFrame(right, rate), next?.start ?? duration, duration)
  return end - start >= 100 ? { start, end } : null
}
