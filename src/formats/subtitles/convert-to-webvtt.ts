import { type CueMark, type CuePart, plainCueText } from '#domain/cues/cue.ts'
import { classOfColor } from './class-colors.ts'
import type { LossList } from './losses.ts'

/** A cue's text with what WebVTT can say: bold, italic, underline, the eight colours that have a class. */
export function textForWebVtt(text: readonly CuePart[], losses: LossList): readonly CuePart[] {
  for (const mark of new Set(text.flatMap((part) => part.marks))) tellOfMark(mark, losses)
  for (const part of text) if (part.kind === 'code') losses.add('codes', part.code)
  if (/^[ \t]*$/m.test(plainCueText(text)) && plainCueText(text).trim() !== '') losses.add('blankLines', '')
  return text
    .filter(({ kind }) => kind !== 'code')
    .map((part) => ({ ...part, marks: part.marks.flatMap(markForWebVtt) }))
}

function tellOfMark(mark: CueMark, losses: LossList): void {
  if (mark.kind === 'strike') losses.add('strikes', '')
  if (mark.kind === 'font') losses.add('fonts', mark.attributes)
  if (mark.kind === 'color' && classOfColor(mark.color) === undefined) losses.add('colors', mark.color)
}

function markForWebVtt(mark: CueMark): readonly CueMark[] {
  if (mark.kind === 'strike' || mark.kind === 'font') return []
  if (mark.kind !== 'color') return [mark]
  const names = classOfColor(mark.color)
  return names === undefined ? [] : [{ kind: 'class', names }]
}
