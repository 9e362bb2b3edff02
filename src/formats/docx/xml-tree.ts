import { SaxesParser } from 'saxes'
import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/**
 * An element by its local name: office files differ in prefixes, not in names. Attributes keep their local
 * name; where two share one, the prefixed form (`r:id`) is kept as well.
 */
export type XmlElement = Readonly<{
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
}>

type OpenElement = {
  name: string
  attributes: Record<string, string>
  children: (OpenElement | string)[]
}

const deepest = 400
const mostElements = 4_000_000

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function readAttributes(written: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const name in written) {
    const value = written[name] ?? ''
    attributes[localName(name)] = value
    if (name.startsWith('r:')) attributes[name] = value
  }
  return attributes
}

/**
 * Parses one XML part. A document type declaration is refused: no office file has one, and entities are how
 * hostile files grow. Depth and number of elements are bounded.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement, ReadFailure> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  const root: OpenElement = { name: '', attributes: {}, children: [] }
  const open: OpenElement[] = [root]
  let elements = 0
  const refuse = (detail: string): never => {
    throw new XmlRefused(detail, parser.line)
  }
  parser.on('error', (error) => refuse(error.message))
  parser.on('doctype', () => refuse('document type declaration'))
  parser.on('opentag', (tag) => {
    elements += 1
    if (open.length > deepest || elements > mostElements) refuse('too deep or too large')
    const element = {
      name: localName(tag.name),
      attributes: readAttributes(tag.attributes),
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text))
  try {
    parser.write(decodeXml(bytes)).close()
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    return fail({ code: 'format-damaged', detail: error.message, line: error.line })
  }
  const element = root.children.find((child) => typeof child !== 'string')
  return element ? succeed(element) : fail({ code: 'format-damaged', detail: 'no element', line: null })
}

class XmlRefused extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

function decodeXml(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && childElements(element).find((child) => child.name === name)
}

/** The first element of that name anywhere below, in document order. */
export function descendantNamed(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of childElements(element)) {
    if (child.name === name) return child
    const found = descendantNamed(child, name)
    if (found) return found
  }
  return undefined
}

export function elementText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : elementText(child))).join('')
}
