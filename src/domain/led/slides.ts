import rules from '#resources/led/slides.json' with { type: 'json' }
import { fail, type Result, succeed } from '../result.ts'
import { breakLines, joinWords, type Word, wordsOf } from './line-breaking.ts'
import { slideSeconds, slideWords } from './slide-seconds.ts'

/** What a typeface takes up at a size in pixels: widths, and the ink of the tallest and deepest letters. */
export type TextMeasure = Readonly<{
  width(text: string, size: number): number
  /** Rows of ink above and below the baseline that any letter of the text may take (Ế, Ậ). */
  ink(size: number): Readonly<{ above: number; below: number }>
}>

/** A text of an edition, in the order it is shown; a title has its own slides in the theme's accent. */
export type SlideLine = Readonly<{ id: string; text: string; title: boolean }>

export type Slide = Readonly<{
  /** The line of the edition that it shows. */
  source: string
  title: boolean
  lines: readonly string[]
  seconds: number
}>

/** All slides of one screen, with one size of text: more slides rather than smaller text. */
export type SlidePlan = Readonly<{
  size: number
  lineHeight: number
  margin: number
  slides: readonly Slide[]
}>

/** A word that is wider than the screen at the smallest legible text; it is never cut. */
export type SlideProblem = WideWord | Readonly<{ kind: 'nothingToShow' }>

type WideWord = Readonly<{ kind: 'wordTooWide'; line: string; word: string; pixels: number; width: number }>

type Area = Readonly<{ width: number; height: number }>
type Type = Readonly<{
  size: number
  lineHeight: number
  margin: number
  width: number
  rows: number
  /** Korean words are parted between syllables: only where they are wider than the screen. */
  hangul: boolean
}>

/** Lays lines out on a screen. Words stay whole; a sentence begins a slide where it does not fit behind another. */
export function planSlides(
  lines: readonly SlideLine[],
  screen: Area,
  measure: TextMeasure,
): Result<SlidePlan, SlideProblem> {
  const shown = lines.filter(({ text }) => text.trim() !== '')
  if (shown.length === 0) return fail({ kind: 'nothingToShow' })
  let type = typeFor(screen, preferredLineHeight(screen), measure)
  for (;;) {
    const wide = tooWide(shown, type, measure)
    if (!wide) break
    const least = type.lineHeight <= rules.minimumLineHeight
    if (least && (type.hangul || !/\p{Script=Hangul}/u.test(wide.word))) return fail(wide)
    type = least ? { ...type, hangul: true } : typeFor(screen, type.lineHeight - 1, measure)
  }
  const slides = shown.flatMap((line) => slidesOf(line, type, measure))
  return succeed({ size: type.size, lineHeight: type.lineHeight, margin: type.margin, slides })
}

/** About four lines high and twenty letters wide, never under the least that stacked marks need. */
function preferredLineHeight({ width, height }: Area): number {
  return Math.max(rules.minimumLineHeight, Math.min(Math.round(height / 4), Math.round(width / 6)))
}

function typeFor({ width, height }: Area, lineHeight: number, measure: TextMeasure): Type {
  const margin = Math.min(width, height) < 96 ? 0 : Math.round(Math.min(width, height) / 32)
  const rows = Math.max(1, Math.floor((height - 2 * margin) / lineHeight))
  let size = lineHeight
  // One row stays dark between the ink of two lines.
  while (size > 1 && inkRows(measure, size) > lineHeight - 1) size -= 1
  return { size, lineHeight, margin, width: width - 2 * margin, rows, hangul: false }
}

function inkRows(measure: TextMeasure, size: number): number {
  const { above, below } = measure.ink(size)
  return Math.ceil(above) + Math.ceil(below)
}

function tooWide(lines: readonly SlideLine[], type: Type, measure: TextMeasure): WideWord | undefined {
  for (const line of lines) {
    for (const { text } of wordsOf(line.text, type.hangul)) {
      const pixels = Math.ceil(measure.width(text, type.size))
      if (pixels > type.width)
        return { kind: 'wordTooWide', line: line.id, word: text, pixels, width: type.width }
    }
  }
  return undefined
}

function slidesOf(line: SlideLine, type: Type, measure: TextMeasure): readonly Slide[] {
  const groups: Word[][] = []
  for (const sentence of sentencesOf(line.text, type.hangul)) {
    const last = groups.at(-1)
    if (last && fits([...last, ...sentence], type, measure)) last.push(...sentence)
    else groups.push(...shared(sentence, type, measure))
  }
  return groups.map((words) => ({
    source: line.id,
    title: line.title,
    lines: breakLines(words, type.width, (text) => measure.width(text, type.size)).map(joinWords),
    seconds: slideSeconds(joinWords(words)),
  }))
}

function sentencesOf(text: string, hangul: boolean): readonly Word[][] {
  const sentences: Word[][] = [[]]
  for (const word of wordsOf(text, hangul)) {
    sentences.at(-1)?.push(word)
    if (/[.!?…。！？][”’"»)」』]*$/u.test(word.text)) sentences.push([])
  }
  return sentences.filter((words) => words.length > 0)
}

function fits(words: readonly Word[], type: Type, measure: TextMeasure): boolean {
  if (slideWords(joinWords(words)) > rules.wordsPerSlide && words.length > 1) return false
  return breakLines(words, type.width, (text) => measure.width(text, type.size)).length <= type.rows
}

/** A sentence over as few slides as hold it, each with about as many words as the others. */
function shared(words: readonly Word[], type: Type, measure: TextMeasure): Word[][] {
  const greedy = filled(words, Number.POSITIVE_INFINITY, type, measure)
  for (let most = Math.ceil(words.length / greedy.length); most < words.length; most += 1) {
    const even = filled(words, most, type, measure)
    if (even.length === greedy.length) return even
  }
  return greedy
}

function filled(words: readonly Word[], most: number, type: Type, measure: TextMeasure): Word[][] {
  const slides: Word[][] = []
  for (const word of words) {
    const last = slides.at(-1)
    if (last && last.length < most && fits([...last, word], type, measure)) last.push(word)
    else slides.push([word])
  }
  return slides
}
