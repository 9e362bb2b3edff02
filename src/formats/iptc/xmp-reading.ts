import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type PictureTexts, textNames, textProperties, xmpNamespaces } from './xmp-names.ts'

type Value = Readonly<{ language: string; text: string }>
type Open = { key: string; language: string; text: string; container: boolean }

/**
 * Reads the texts of an XMP packet: properties as attributes or elements, plain, per language or in lists.
 * A damaged packet gives what stands before the damage. Entities other than XML's own five are never expanded.
 */
export function readXmp(packet: string): Partial<PictureTexts> {
  const values = readProperties(packet)
  const texts: { -readonly [Name in keyof PictureTexts]?: string } = {}
  for (const name of textNames) {
    const { prefix, name: property, shape } = textProperties[name]
    const found = values.get(keyOf(xmpNamespaces[prefix], property)) ?? []
    texts[name] = shape === 'list' ? found.map(({ text }) => text).join(', ') : preferred(found)
  }
  return texts
}

/** The default text of a language alternative; the first one when none is marked as default. */
function preferred(values: readonly Value[]): string {
  return (values.find(({ language }) => language === 'x-default') ?? values[0])?.text ?? ''
}

function keyOf(namespace: string, name: string): string {
  return `${namespace} ${name}`
}

function readProperties(packet: string): ReadonlyMap<string, readonly Value[]> {
  const values = new Map<string, Value[]>()
  const path: Open[] = []
  const parser = new SaxesParser({ xmlns: true })
  const keep = (key: string, value: Value) => values.set(key, [...(values.get(key) ?? []), value])
  parser.on('opentag', (tag) => {
    path.push(opened(tag))
    if (tag.uri === xmpNamespaces.rdf && tag.local === 'Description') keepAttributes(tag, keep)
  })
  parser.on('text', (text) => {
    const top = path.at(-1)
    if (top) top.text += text
  })
  parser.on('closetag', () => {
    const closed = path.pop()
    const parent = path.at(-1)
    const owner = path.at(-2)
    if (!closed || !parent) return
    if (closed.key === keyOf(xmpNamespaces.rdf, 'li') && owner) keep(owner.key, closed)
    else if (!closed.container && isDescription(parent)) keep(closed.key, closed)
    parent.container = true
  })
  try {
    parser.write(packet.replace(/^\ufeff/, '')).close()
  } catch {
    return values
  }
  return values
}

function opened(tag: SaxesTagNS): Open {
  const language = Object.values(tag.attributes).find(({ name }) => name === 'xml:lang')?.value ?? ''
  return { key: keyOf(tag.uri, tag.local), language, text: '', container: false }
}

function isDescription(open: Open): boolean {
  return open.key === keyOf(xmpNamespaces.rdf, 'Description')
}

function keepAttributes(tag: SaxesTagNS, keep: (key: string, value: Value) => void): void {
  for (const attribute of Object.values(tag.attributes)) {
    keep(keyOf(attribute.uri, attribute.local), { language: '', text: attribute.value })
  }
}
