import { childNamed, type XmlElement } from './xml-tree.ts'

/** What a run looks like, as far as an import needs to know. Undefined means: not said here. */
export type RunProperties = Readonly<{
  bold?: boolean
  italic?: boolean
  underline?: boolean
  hidden?: boolean
  superscript?: boolean
  font?: string
  /** Points. */
  size?: number
}>

function switchedOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined
  return !['0', 'false', 'off', 'none'].includes(element.attributes['val'] ?? 'true')
}

function fontName(fonts: XmlElement | undefined): string | undefined {
  return fonts?.attributes['ascii'] ?? fonts?.attributes['hAnsi'] ?? fonts?.attributes['cs']
}

/** Drops what is not said, so that properties can be laid over each other. */
function said(properties: { [Name in keyof RunProperties]: RunProperties[Name] | undefined }): RunProperties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}

/** Reads an `rPr` element. */
export function readRunProperties(element: XmlElement | undefined): RunProperties {
  if (!element) return {}
  const halfPoints = Number(childNamed(element, 'sz')?.attributes['val'])
  return said({
    bold: switchedOn(childNamed(element, 'b')),
    italic: switchedOn(childNamed(element, 'i')),
    underline: switchedOn(childNamed(element, 'u')),
    hidden: switchedOn(childNamed(element, 'vanish')),
    superscript: childNamed(element, 'vertAlign')?.attributes['val'] === 'superscript' || undefined,
    font: fontName(childNamed(element, 'rFonts')),
    size: halfPoints > 0 ? halfPoints / 2 : undefined,
  })
}
