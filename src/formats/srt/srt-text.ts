import type { CueMark, CuePart, CuePlace } from '#domain/cues/cue.ts'
import type { ReadCueText } from '../subtitles/grammar.ts'
import { readMarked, type TextToken, writeMarked } from '../subtitles/marked-text.ts'
import { readTimeLine } from '../subtitles/time-line.ts'

const codes = /<\/?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\/?[bius]\}|\{\\[^{}\n]*\}/gi
const simple = { b: 'bold', i: 'italic', u: 'underline', s: 'strike' } as const
const place = /\{\\an([1-9])\}/
const colorAttribute = /\bcolor\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i

/** Text of an SRT cue: the tags and the place that players agree on. All else in angle brackets is text. */
export function readSrtText(written: string): ReadCueText {
  const found = place.exec(written)
  const without = found ? written.replace(place, '') : written
  if (!/[<{]/.test(without)) {
    const text: readonly CuePart[] = without === '' ? [] : [{ kind: 'text', text: without, marks: [] }]
    return { text, place: placeOf(found?.[1]), balanced: true }
  }
  const { text, open, balanced } = readMarked(without, codes, interpret)
  return { text, place: placeOf(found?.[1]), balanced: balanced && open.length === 0 }
}

function placeOf(digit = '2'): CuePlace {
  return Number(digit) as CuePlace
}

function interpret(code: string): TextToken {
  if (code.startsWith('{\\')) return { kind: 'code' }
  const [, slash, letters = '', attributes = ''] = /^[<{](\/?)([a-z]+)([^>}]*)/i.exec(code) ?? []
  const name = letters.toLowerCase()
  if (slash === '/') return { kind: 'close', name }
  return { kind: 'open', name, marks: name === 'font' ? fontMarks(attributes) : simpleMarks(name) }
}

function simpleMarks(name: string): readonly CueMark[] {
  return name === 'b' || name === 'i' || name === 'u' || name === 's' ? [{ kind: simple[name] }] : []
}

function fontMarks(attributes: string): readonly CueMark[] {
  const found = colorAttribute.exec(attributes)
  const rest = attributes.replace(colorAttribute, '').trim()
  const color = found?.[1] ?? found?.[2] ?? found?.[3]
  return [
    ...(color === undefined ? [] : [{ kind: 'color', color } as const]),
    ...(rest === '' ? [] : [{ kind: 'font', attributes: rest } as const]),
  ]
}

const tags: Partial<Record<CueMark['kind'], string>> = { bold: 'b', italic: 'i', underline: 'u', strike: 's' }

export function writeSrtText(text: readonly CuePart[], at: CuePlace): string {
  const written = writeMarked(text, {
    open: (mark) => {
      if (mark.kind === 'color') return `<font color="${mark.color}">`
      if (mark.kind === 'font') return `<font ${mark.attributes}>`
      return tags[mark.kind] ? `<${tags[mark.kind]}>` : ''
    },
    close: ({ kind }) => {
      if (kind === 'color' || kind === 'font') return '</font>'
      return tags[kind] ? `</${tags[kind]}>` : ''
    },
    part: (part) => {
      if (part.kind === 'text') return guardSrtText(part.text)
      return part.kind === 'code' ? part.code : ''
    },
  })
  return at === 2 ? written : `{\\an${at}}${written}`
}

/** Letters stay what they are: what would be read as a tag or as a cue's times gets an invisible joiner. */
export function guardSrtText(text: string): string {
  if (!/[<{>→]/.test(text)) return text
  return text
    .replaceAll('{\\', '{\u2060\\')
    .replace(codes, (code) => `${code[0]}\u2060${code.slice(1)}`)
    .split('\n')
    .map((line) => (line.includes('-->') || readTimeLine(line) ? line.replace(/[>→]/g, '\u2060$&') : line))
    .join('\n')
}
