import type { Alignment, ImportedRole } from '#domain/imported-text.ts'
import { type RunProperties, readRunProperties } from './run-properties.ts'
import { childElements, childNamed, type XmlElement } from './xml-tree.ts'

export type ParagraphProperties = Readonly<{
  role?: ImportedRole
  align?: Alignment
  numbering?: string
  level?: number
}>
export type Style = Readonly<{ run: RunProperties; paragraph: ParagraphProperties }>

export type StyleSheet = Readonly<{
  defaults: RunProperties
  /** The style of paragraphs that name none. */
  normal: Style
  byId: ReadonlyMap<string, Style>
}>

const plain: Style = { run: {}, paragraph: {} }

const roleByStyleName: readonly (readonly [RegExp, ImportedRole])[] = [
  [/^title$/i, 'title'],
  [/^subtitle$/i, 'subtitle'],
  [/^heading \d$/i, 'heading'],
  [/quote$/i, 'quote'],
  [/^caption$/i, 'caption'],
]

function roleOfStyle(name: string): ImportedRole | undefined {
  return roleByStyleName.find(([pattern]) => pattern.test(name))?.[1]
}

function alignment(value: string | undefined): Alignment | undefined {
  if (value === undefined) return undefined
  if (value === 'center') return 'centre'
  return value === 'right' || value === 'end' ? 'end' : 'start'
}

/** Reads a `pPr` element. An outline level makes a heading of any paragraph. */
export function readParagraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (!element) return {}
  const numbering = childNamed(element, 'numPr')
  const align = alignment(childNamed(element, 'jc')?.attributes['val'])
  const outline = Number(childNamed(element, 'outlineLvl')?.attributes['val'] ?? 9)
  const id = childNamed(numbering, 'numId')?.attributes['val']
  const level = childNamed(numbering, 'ilvl')?.attributes['val']
  return {
    ...(align !== undefined && { align }),
    ...(outline < 9 && { role: 'heading' as const }),
    ...(id !== undefined && { numbering: id }),
    ...(level !== undefined && { level: Number(level) || 0 }),
  }
}

function layOver(under: Style, over: Style): Style {
  return { run: { ...under.run, ...over.run }, paragraph: { ...under.paragraph, ...over.paragraph } }
}

function readOwn(style: XmlElement): Style {
  const role = roleOfStyle(childNamed(style, 'name')?.attributes['val'] ?? '')
  const paragraph = readParagraphProperties(childNamed(style, 'pPr'))
  return {
    run: readRunProperties(childNamed(style, 'rPr')),
    paragraph: role ? { ...paragraph, role } : paragraph,
  }
}

/** Reads the style sheet with what styles inherit already laid under them; loops of inheritance end. */
export function readStyles(root: XmlElement | undefined): StyleSheet {
  const written = new Map<string, XmlElement>()
  const styles = root ? childElements(root).filter((child) => child.name === 'style') : []
  for (const style of styles) written.set(style.attributes['styleId'] ?? '', style)

  const byId = new Map<string, Style>()
  const resolve = (id: string, seen: ReadonlySet<string>): Style => {
    const known = byId.get(id)
    const style = written.get(id)
    if (known || !style || seen.has(id) || seen.size > 50) return known ?? plain
    const base = childNamed(style, 'basedOn')?.attributes['val']
    const own = readOwn(style)
    const resolved = base === undefined ? own : layOver(resolve(base, new Set([...seen, id])), own)
    byId.set(id, resolved)
    return resolved
  }
  for (const id of written.keys()) resolve(id, new Set())

  const isDefault = (style: XmlElement) =>
    style.attributes['type'] === 'paragraph' && style.attributes['default'] === '1'
  const normal = byId.get(styles.find(isDefault)?.attributes['styleId'] ?? '') ?? plain
  const defaults = childNamed(childNamed(root, 'docDefaults'), 'rPrDefault')
  return { defaults: readRunProperties(childNamed(defaults, 'rPr')), normal, byId }
}
