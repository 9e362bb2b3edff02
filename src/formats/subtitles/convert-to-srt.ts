import { type CueMark, type CuePart, plainCueText } from '#domain/cues/cue.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import { guardSrtText } from '../srt/srt-text.ts'
import { colorOfClass } from './class-colors.ts'
import type { LossList } from './losses.ts'

/** A cue's text with what SRT can say: bold, italic, underline, colours. */
export function textForSrt(text: readonly CuePart[], losses: LossList): readonly CuePart[] {
  for (const mark of new Set(text.flatMap((part) => part.marks))) tellOfMark(mark, losses)
  const plain = plainCueText(text)
  if (guardSrtText(plain) !== plain) losses.add('lookalikes', plain)
  const parts: CuePart[] = []
  let reading = false
  for (const part of text) {
    if (part.kind === 'time') losses.add('times', writeTimecode(part.at, '.'))
    if (part.kind === 'code') losses.add('codes', part.code)
    if (part.kind !== 'text') continue
    const isReading = part.marks.some(({ kind }) => kind === 'rubyText')
    if (isReading !== reading) parts.push({ kind: 'text', text: reading ? ')' : '(', marks: [] })
    reading = isReading
    parts.push({ ...part, marks: part.marks.flatMap(markForSrt) })
  }
  return reading ? [...parts, { kind: 'text', text: ')', marks: [] }] : parts
}

function tellOfMark(mark: CueMark, losses: LossList): void {
  if (mark.kind === 'voice') losses.add('voices', mark.name)
  if (mark.kind === 'language') losses.add('languages', mark.tag)
  if (mark.kind === 'ruby') losses.add('ruby', '')
  if (mark.kind !== 'class') return
  for (const name of mark.names.split(' ')) {
    if (name !== '' && colorOfClass(name) === undefined) losses.add('classes', name)
  }
}

function markForSrt(mark: CueMark): readonly CueMark[] {
  switch (mark.kind) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'color':
    case 'font':
      return [mark]
    case 'class':
      return mark.names.split(' ').flatMap((name) => {
        const color = colorOfClass(name)
        return color === undefined ? [] : [{ kind: 'color', color }]
      })
    default:
      return []
  }
}
