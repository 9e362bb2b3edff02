import { type CueMark, type CuePart, type CuePlace, plainCueText } from '#domain/cues/cue.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import { colorOfClass } from '../subtitles/class-colors.ts'
import type { LossList } from '../subtitles/losses.ts'
import { breaksOf } from './wrap-wide.ts'

/**
 * A cue's words as the text of an ASS event. Braces and backslashes are words, never commands; a line break is `\N`.
 * Bold, italic, underline, strike and colours are drawn; ruby readings, times within the words, typefaces and codes of
 * other formats are left out, and voices are not said: `losses` is told of each.
 */
export function writeAssText(
  text: readonly CuePart[],
  place: CuePlace,
  columns: number,
  losses: LossList,
): string {
  const shown = text.flatMap((part) => shownPart(part, losses))
  for (const mark of new Set(text.flatMap(({ marks }) => marks))) tellOfMark(mark, losses)
  const breaks = new Set(lineBreaks(plainCueText(shown), columns))
  let at = 0
  let look = ''
  let written = place === 2 ? '' : `{\\an${place}}`
  for (const part of shown) {
    const wanted = lookOf(part.marks)
    if (wanted !== look) written += `{\\r${wanted}}`
    look = wanted
    for (const character of part.text) {
      if (breaks.has(at)) written = `${written.trimEnd()}\\N`
      written += escaped(character)
      at += character.length
    }
  }
  return guardEdges(written)
}

type ShownPart = Readonly<{ kind: 'text'; text: string; marks: readonly CueMark[] }>

function shownPart(part: CuePart, losses: LossList): readonly ShownPart[] {
  if (part.kind === 'time') losses.add('times', writeTimecode(part.at, '.'))
  if (part.kind === 'code') losses.add('codes', part.code)
  if (part.kind !== 'text') return []
  if (part.marks.some(({ kind }) => kind === 'rubyText')) {
    losses.add('ruby', part.text)
    return []
  }
  return [{ ...part, text: part.text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ') }]
}

function lineBreaks(text: string, columns: number): readonly number[] {
  const found: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    for (const offset of breaksOf(line, columns)) found.push(at + offset)
    at += line.length + 1
  }
  return found
}

function tellOfMark(mark: CueMark, losses: LossList): void {
  if (mark.kind === 'voice') losses.add('voices', mark.name)
  if (mark.kind === 'font') losses.add('fonts', mark.attributes)
  if (mark.kind === 'color' && colorTag(mark.color) === '') losses.add('colors', mark.color)
  if (mark.kind !== 'class') return
  for (const name of mark.names.split(' ')) {
    if (name !== '' && colorOfClass(name) === undefined) losses.add('classes', name)
  }
}

function lookOf(marks: readonly CueMark[]): string {
  return marks.map(tagsOf).join('')
}

function tagsOf(mark: CueMark): string {
  switch (mark.kind) {
    case 'bold':
      return '\\b1'
    case 'italic':
      return '\\i1'
    case 'underline':
      return '\\u1'
    case 'strike':
      return '\\s1'
    case 'color':
      return colorTag(mark.color)
    case 'class':
      return mark.names
        .split(' ')
        .map((name) => colorTag(colorOfClass(name) ?? ''))
        .join('')
    default:
      return ''
  }
}

function colorTag(color: string): string {
  const named = colorOfClass(color.trim().toLowerCase()) ?? color.trim()
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(named) ?? []
  return red && green && blue ? `\\c&H${blue}${green}${red}&`.toUpperCase().replace('\\C', '\\c') : ''
}

/** ASS has no way to write a backslash that libass could not read as a command: an invisible joiner parts the two. */
function escaped(character: string): string {
  if (character === '\n') return '\\N'
  if (character === '{' || character === '}') return `\\${character}`
  if (character === '\\') return '\\\u2060'
  return /\p{Cc}/u.test(character) ? '' : character
}

/** Blanks around a line are drawn by no renderer, and a line break at the end moves the words up. */
function guardEdges(written: string): string {
  let end = written.trimEnd()
  while (end.endsWith('\\N')) end = end.slice(0, -2).trimEnd()
  return end.replace(/^((?:\{\\[^{}]*\})*)(?:\s|\\N)+/, '$1')
}
