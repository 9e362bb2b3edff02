import { cueWords, type TrackCue } from '#domain/cues/track.ts'
import type { Peaks } from './peaks.ts'
import type { WaveView } from './wave-view.ts'

/** The colours of the page, read once a drawing. */
export type WaveColours = Readonly<
  Record<'surface' | 'line' | 'text' | 'dim' | 'wave' | 'bar' | 'hand' | 'bad' | 'now', string>
>

export type WavePicture = Readonly<{
  view: WaveView
  width: number
  height: number
  peaks: Peaks | null
  cues: readonly TrackCue[]
  inHand: string | null
  /** Cues that a rule is broken in. */
  wrong: ReadonlySet<string>
  drawn: Readonly<{ start: number; end: number }> | null
  now: number
  font: string
}>

export const rulerHeight = 18

/** Draws ruler, sound, cue bars with their words, and the moment that is on show. */
export function drawWave(
  context: CanvasRenderingContext2D,
  picture: WavePicture,
  colours: WaveColours,
): void {
  const { width, height } = picture
  context.fillStyle = colours.surface
  context.fillRect(0, 0, width, height)
  drawSound(context, picture, colours)
  for (const cue of picture.cues) drawBar(context, picture, cue, colours)
  if (picture.drawn) fillSpan(context, picture, picture.drawn, colours.hand, 0.25)
  drawRuler(context, picture, colours)
  const x = Math.round((picture.now - picture.view.from) / picture.view.msPerPixel)
  if (x < 0 || x > width) return
  context.fillStyle = colours.now
  context.fillRect(x, 0, 2, height)
}

function drawSound(context: CanvasRenderingContext2D, picture: WavePicture, { wave }: WaveColours): void {
  const { peaks, view, width, height } = picture
  if (!peaks) return
  const { level, bucketMs } = peaks.levelFor(view.msPerPixel)
  const middle = rulerHeight + (height - rulerHeight) / 2
  const scale = (height - rulerHeight) / 2 / 127
  context.fillStyle = wave
  for (let x = 0; x < width; x += 1) {
    const first = Math.floor((view.from + x * view.msPerPixel) / bucketMs)
    const last = Math.max(first, Math.floor((view.from + (x + 1) * view.msPerPixel) / bucketMs) - 1)
    let [low, high] = [0, 0]
    for (let bucket = first; bucket <= last; bucket += 1) {
      const found = peaks.at(level, bucket)
      if (!found) continue
      low = Math.min(low, found.lows[bucket - found.from] ?? 0)
      high = Math.max(high, found.highs[bucket - found.from] ?? 0)
    }
    const top = middle - high * scale
    context.fillRect(x, top, 1, Math.max(1, (high - low) * scale))
  }
}

function drawBar(
  context: CanvasRenderingContext2D,
  picture: WavePicture,
  cue: TrackCue,
  colours: WaveColours,
): void {
  const [left, right] = [cue.start, cue.end].map((at) => (at - picture.view.from) / picture.view.msPerPixel)
  if (left === undefined || right === undefined || right < 0 || left > picture.width) return
  const isInHand = cue.id === picture.inHand
  const colour = picture.wrong.has(cue.id) ? colours.bad : isInHand ? colours.hand : colours.bar
  fillSpan(context, picture, cue, colour, isInHand ? 0.3 : 0.16)
  context.fillStyle = colour
  context.fillRect(left, rulerHeight, isInHand ? 3 : 2, picture.height)
  context.fillRect(right - (isInHand ? 3 : 2), rulerHeight, isInHand ? 3 : 2, picture.height)
  const room = right - Math.max(left, 0) - 12
  if (room < 16) return
  context.save()
  context.beginPath()
  context.rect(Math.max(left, 0) + 5, rulerHeight, room, picture.height)
  context.clip()
  context.fillStyle = colours.text
  context.font = picture.font
  const lines = cueWords(cue).split('\n')
  for (const [at, line] of lines.entries())
    context.fillText(line, Math.max(left, 0) + 6, rulerHeight + 15 + at * 15)
  context.restore()
}

function fillSpan(
  context: CanvasRenderingContext2D,
  { view, height }: WavePicture,
  { start, end }: Readonly<{ start: number; end: number }>,
  colour: string,
  strength: number,
): void {
  context.globalAlpha = strength
  context.fillStyle = colour
  context.fillRect(
    (start - view.from) / view.msPerPixel,
    rulerHeight,
    (end - start) / view.msPerPixel,
    height - rulerHeight,
  )
  context.globalAlpha = 1
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 3_600_000]

function drawRuler(context: CanvasRenderingContext2D, picture: WavePicture, colours: WaveColours): void {
  const { view, width, font } = picture
  const step = steps.find((each) => each / view.msPerPixel >= 70) ?? 3_600_000
  context.fillStyle = colours.line
  context.fillRect(0, rulerHeight - 1, width, 1)
  context.font = font
  for (let at = Math.ceil(view.from / step) * step; at < view.from + width * view.msPerPixel; at += step) {
    const x = Math.round((at - view.from) / view.msPerPixel)
    context.fillStyle = colours.line
    context.fillRect(x, rulerHeight - 6, 1, 6)
    context.fillStyle = colours.dim
    context.fillText(rulerWords(at, step), x + 3, rulerHeight - 6)
  }
}

function rulerWords(at: number, step: number): string {
  const seconds = Math.floor(at / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return step < 1000 ? `${clock},${Math.floor((at % 1000) / 100)}` : clock
}
