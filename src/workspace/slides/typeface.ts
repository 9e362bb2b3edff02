import { createHash } from 'node:crypto'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Failure } from '#contract/failures.ts'
import type { TextMeasure } from '#domain/led/slides.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { FontService } from '../media/fonts.ts'

/** A typeface that draws every character of a text, ready to be drawn with. */
export type Typeface = Readonly<{
  family: string
  measure: TextMeasure
  /** Sets a context to draw with it at a size in pixels. */
  use(context: SKRSContext2D, size: number): void
}>

/** Letters with the highest marks and the deepest tails that a language writes. */
const tallest = 'ẾỘỮẬẪẲỂÃÅÇgjpqyặợQ|_'

/**
 * The best typeface of this machine for a text (bold: thin strokes are lost between LEDs). One that lacks a
 * character is no choice: that is a failure, never boxes.
 */
export async function openTypeface(
  fonts: FontService,
  text: string,
  language: string,
): Promise<Result<Typeface, Failure>> {
  const latin = /^(?:zh|ja|ko)\b/i.test(language) ? '' : tallest
  const found = await fonts.find({ text: text + latin, language, bold: true })
  if (!found.ok) return found
  const { path, family } = found.value
  const alias = `tramtin-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`
  if (!GlobalFonts.has(alias)) GlobalFonts.registerFromPath(path, alias)
  const use = (context: SKRSContext2D, size: number) => {
    context.font = `${size}px "${alias}"`
    // a collection registers its first typeface: the language picks its forms of the shared ideographs
    context.lang = language
    context.fontKerning = 'normal'
  }
  return succeed({ family, use, measure: measureWith(use, text + latin) })
}

function measureWith(use: Typeface['use'], text: string): TextMeasure {
  const context = createCanvas(8, 8).getContext('2d')
  const letters = [...new Set(text.replace(/\s/g, ''))].join('')
  const inks = new Map<number, Readonly<{ above: number; below: number }>>()
  return {
    width(line, size) {
      use(context, size)
      const { width, actualBoundingBoxRight } = context.measureText(line)
      return Math.max(width, actualBoundingBoxRight)
    },
    ink(size) {
      const known = inks.get(size)
      if (known) return known
      use(context, size)
      const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(letters)
      const ink = { above: Math.ceil(actualBoundingBoxAscent), below: Math.ceil(actualBoundingBoxDescent) }
      inks.set(size, ink)
      return ink
    },
  }
}
