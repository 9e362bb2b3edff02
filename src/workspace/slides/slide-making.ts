import { type Failure, failure } from '#contract/failures.ts'
import { type Screen, themeOf } from '#domain/led/screen.ts'
import {
  planSlides,
  type Slide,
  type SlideLine,
  type SlidePlan,
  type SlideProblem,
} from '#domain/led/slides.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { FontService } from '../media/fonts.ts'
import { drawSlide } from './draw-slide.ts'
import { openTypeface } from './typeface.ts'

export type MadeSlide = Slide & Readonly<{ png: Buffer }>
export type MadeSlides = Readonly<{
  plan: SlidePlan
  slides: readonly MadeSlide[]
  /** The typeface's family: part of a recipe. */
  family: string
}>

/** The slides of an edition's lines for one screen, drawn. Words are never cut, no character is a box. */
export async function makeSlides(
  fonts: FontService,
  lines: readonly SlideLine[],
  language: string,
  screen: Screen,
): Promise<Result<MadeSlides, Failure>> {
  const shown = lines.map((line) => ({ ...line, text: drawable(line.text) }))
  const typeface = await openTypeface(fonts, shown.map(({ text }) => text).join(' '), language)
  if (!typeface.ok) return typeface
  const plan = planSlides(shown, screen, typeface.value.measure)
  if (!plan.ok) return fail(slideFailure(plan.failure, screen))
  const theme = themeOf(screen)
  const slides = plan.value.slides.map((slide) => ({
    ...slide,
    png: drawSlide(slide, plan.value, screen, theme, typeface.value).toBuffer('image/png'),
  }))
  return succeed({ plan: plan.value, slides, family: typeface.value.family })
}

/** Emoji have no place on a board of one colour; what cannot be seen has none either. */
function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0e\ufe0f\u20e3\u{1f1e6}-\u{1f1ff}]|\p{Cf}/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

function slideFailure(problem: SlideProblem, { name }: Screen): Failure {
  if (problem.kind === 'nothingToShow') return failure('slides-empty', { screen: name })
  const { line, word, pixels, width } = problem
  return failure('slide-word-too-wide', { screen: name, line, word, pixels, width })
}
