import type { CueMark, CuePart } from '#domain/cues/cue.ts'
import { readTimecode, writeTimecode } from '#domain/cues/timecode.ts'
import { readMarked, type TextToken, writeMarked } from '../subtitles/marked-text.ts'

const codes = /<[^>]*>?|&[^;\s&<]{1,32};/g
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  lrm: '\u200e',
  rlm: '\u200f',
  nbsp: '\u00a0',
}

/** Text of a WebVTT cue (W3C WebVTT, cue text parsing rules). What we do not know is kept as code. */
export function readWebVttText(written: string): Readonly<{ text: readonly CuePart[]; balanced: boolean }> {
  if (!/[<&]/.test(written)) {
    return { text: written === '' ? [] : [{ kind: 'text', text: written, marks: [] }], balanced: true }
  }
  const { text, open, balanced } = readMarked(written, codes, interpret)
  // One voice for the whole cue needs no end.
  return { text, balanced: balanced && open.every((name) => name === 'v') }
}

function interpret(code: string): TextToken {
  if (code.startsWith('&')) {
    const text = readEntity(code)
    return text === undefined ? { kind: 'code' } : { kind: 'text', text }
  }
  const inner = code.slice(1).replace(/>$/, '').replace(/\s+/g, ' ').trim()
  if (/^\d/.test(inner)) {
    const at = readTimecode(inner)
    return at === undefined ? { kind: 'code' } : { kind: 'time', at }
  }
  const [, slash, name = '', classes = '', annotation = ''] =
    /^(\/?)(b|i|u|c|v|lang|ruby|rt)((?:\.[^.\s]*)*)(?: (.*))?$/.exec(inner) ?? []
  if (name === '' || !code.endsWith('>')) return { kind: 'code' }
  if (slash === '/') return { kind: 'close', name, ...(name === 'ruby' && { within: 'rt' }) }
  const names = classes.split('.').filter(Boolean).join(' ')
  const loud: readonly CueMark[] = names !== '' && name !== 'c' ? [{ kind: 'class', names }] : []
  return { kind: 'open', name, marks: [markOf(name, names, decodeEntities(annotation)), ...loud] }
}

function markOf(name: string, names: string, annotation: string): CueMark {
  switch (name) {
    case 'b':
      return { kind: 'bold' }
    case 'i':
      return { kind: 'italic' }
    case 'u':
      return { kind: 'underline' }
    case 'ruby':
      return { kind: 'ruby' }
    case 'rt':
      return { kind: 'rubyText' }
    case 'v':
      return { kind: 'voice', name: annotation }
    case 'lang':
      return { kind: 'language', tag: annotation }
    default:
      return { kind: 'class', names }
  }
}

function readEntity(code: string): string | undefined {
  const name = code.slice(1, -1)
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
  if (Number.isNaN(point)) return Object.hasOwn(entities, name) ? entities[name] : undefined
  const valid = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000)
  return valid ? String.fromCodePoint(point) : undefined
}

function decodeEntities(text: string): string {
  return text.replace(/&[^;\s&<]{1,32};/g, (code) => readEntity(code) ?? code)
}

const tags: Partial<Record<CueMark['kind'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  ruby: 'ruby',
  rubyText: 'rt',
  class: 'c',
  voice: 'v',
  language: 'lang',
}

/** A blank line would end the cue: it is written as a no-break space. */
export function writeWebVttText(text: readonly CuePart[]): string {
  const written = writeMarked(text, {
    open: (mark) => openTag(mark),
    close: ({ kind }) => (tags[kind] ? `</${tags[kind]}>` : ''),
    part: (part) => {
      if (part.kind === 'text') return escapeText(part.text)
      return part.kind === 'time' ? `<${writeTimecode(part.at, '.')}>` : part.code
    },
  })
  return written === '' ? '' : written.replace(/^[ \t]*$/gm, '&nbsp;')
}

function openTag(mark: CueMark): string {
  switch (mark.kind) {
    case 'voice':
      return mark.name === '' ? '<v>' : `<v ${escapeText(mark.name)}>`
    case 'language':
      return `<lang ${escapeText(mark.tag)}>`
    case 'class':
      return mark.names === '' ? '<c>' : `<c.${mark.names.replaceAll(' ', '.')}>`
    default:
      return tags[mark.kind] ? `<${tags[mark.kind]}>` : ''
  }
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
