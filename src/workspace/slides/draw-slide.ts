import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Screen, SlideTheme } from '#domain/led/screen.ts'
import type { Slide, SlidePlan } from '#domain/led/slides.ts'
import type { Typeface } from './typeface.ts'

/** A slide at the screen's exact pixels, its lines in the middle. */
export function drawSlide(
  slide: Slide,
  plan: SlidePlan,
  screen: Screen,
  theme: SlideTheme,
  typeface: Typeface,
): Canvas {
  const canvas = createCanvas(screen.width, screen.height)
  const context = canvas.getContext('2d')
  context.fillStyle = theme.ground
  context.fillRect(0, 0, screen.width, screen.height)
  const colour = slide.title ? theme.accent : theme.text
  context.fillStyle = colour
  typeface.use(context, plan.size)
  drawLines(context, slide, plan, screen, typeface)
  if (screen.sharp) sharpen(context, screen, theme.ground, colour)
  return canvas
}

function drawLines(
  context: SKRSContext2D,
  { lines }: Slide,
  { size, lineHeight }: SlidePlan,
  { width, height }: Screen,
  { measure }: Typeface,
): void {
  const { above, below } = measure.ink(size)
  const top = Math.max(0, Math.floor((height - lines.length * lineHeight) / 2))
  const spare = Math.floor((lineHeight - above - below) / 2)
  for (const [at, line] of lines.entries()) {
    const left = Math.max(0, Math.floor((width - measure.width(line, size)) / 2))
    context.fillText(line, left, top + at * lineHeight + spare + above)
  }
}

/** Every pixel is ink or ground: a half-lit LED between two letters reads as dirt. */
function sharpen(context: SKRSContext2D, { width, height }: Screen, ground: string, ink: string): void {
  const image = context.getImageData(0, 0, width, height)
  const [from, to] = [channels(ground), channels(ink)]
  const span = to.map((value, at) => value - (from[at] ?? 0))
  const length = span.reduce((sum, value) => sum + value * value, 0)
  const { data } = image
  for (let at = 0; at < data.length; at += 4) {
    let along = 0
    for (let part = 0; part < 3; part += 1)
      along += ((data[at + part] ?? 0) - (from[part] ?? 0)) * (span[part] ?? 0)
    const colour = along * 2 >= length ? to : from
    data.set(colour, at)
  }
  context.putImageData(image, 0, 0)
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
