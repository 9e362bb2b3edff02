import { SaxesParser } from 'saxes'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { writeOwnCode } from './own-marks.ts'
import {
  codeElements,
  escapeText,
  type TmxFacts,
  type TmxHeader,
  type TmxText,
  type TmxUnit,
  writeAttributes,
} from './tmx.ts'

/** The opening of a file. The header's own attributes win over what the standard demands and is missing. */
export function writeTmxHead(
  header: TmxHeader,
  program: Readonly<{ name: string; version: string }>,
): string {
  const attributes = {
    creationtool: program.name,
    creationtoolversion: program.version,
    segtype: 'sentence',
    'o-tmf': program.name,
    adminlang: 'vi',
    srclang: '*all*',
    datatype: 'plaintext',
    ...header.attributes,
  }
  const inner = writeFacts(header, '    ')
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header${writeAttributes(attributes)}>${inner === '' ? '' : `\n${inner}  `}</header>
  <body>
`
}

export function writeTmxUnit(unit: TmxUnit): string {
  const texts = unit.texts.map(writeText).join('')
  return `    <tu${writeAttributes(unit.attributes)}>\n${writeFacts(unit, '      ')}${texts}    </tu>\n`
}

export const tmxEnd = '  </body>\n</tmx>\n'

function writeText(text: TmxText): string {
  const attributes = writeAttributes({ 'xml:lang': text.language, ...text.attributes })
  return `      <tuv${attributes}>\n${writeFacts(text, '        ')}        <seg>${writeContent(text.content)}</seg>\n      </tuv>\n`
}

function writeFacts({ notes, properties }: TmxFacts, indent: string): string {
  const lines = [
    ...notes.map((note) => `<note${writeAttributes(note.attributes)}>${escapeText(note.text)}</note>`),
    ...properties.map(
      ({ type, text, attributes }) =>
        `<prop${writeAttributes({ type, ...attributes })}>${escapeText(text)}</prop>`,
    ),
  ]
  return lines.map((line) => `${indent}${line}\n`).join('')
}

function writeContent(content: CodedText): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return escapeText(part)
      return part.mark === 'other' ? writeForeign(part) : writeOwnCode(part)
    })
    .join('')
}

/** A code of another program as it came, if that is TMX; else its text inside an element that is. */
function writeForeign({ code, number, value }: InlineCode): string {
  if (code === 'open' ? highlightOpen.test(value) : value === '</hi>') return value
  const expected = code === 'open' ? ['bpt'] : code === 'close' ? ['ept'] : singles
  if (isElement(value, expected)) return value
  if (code === 'open') return `<bpt i="${number}">${escapeText(value)}</bpt>`
  return code === 'close'
    ? `<ept i="${number}">${escapeText(value)}</ept>`
    : `<ph x="${number}">${escapeText(value)}</ph>`
}

const highlightOpen = /^<hi(?: (?:x|type)="[^"<>]*")*>$/
const singles = codeElements.filter((name) => name !== 'bpt' && name !== 'ept')

/** True when `xml` is one whole element of these, and nothing else. */
function isElement(xml: string, names: readonly string[]): boolean {
  const parser = new SaxesParser({ fragment: true })
  let depth = 0
  let roots = 0
  let whole = true
  parser.on('error', () => {
    whole = false
  })
  parser.on('opentag', ({ name }) => {
    if (depth === 0) {
      roots += 1
      if (!names.includes(name)) whole = false
    }
    depth += 1
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  parser.on('text', () => {
    if (depth === 0) whole = false
  })
  for (const event of ['doctype', 'processinginstruction', 'comment', 'cdata'] as const)
    parser.on(event, () => {
      whole = false
    })
  parser.write(xml).close()
  return whole && roots === 1
}
