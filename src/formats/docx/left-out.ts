import type { PackageParts } from './package-parts.ts'
import { childElements, elementText, parseXml, type XmlElement } from './xml-tree.ts'

const textual = /^word\/(?:header\d*|footer\d*|comments|footnotes|endnotes)\.xml$/

/** A paragraph's own characters, also deleted and hidden ones; paragraphs inside it are lines of their own. */
function ownText(element: XmlElement): string {
  return childElements(element)
    .map((child) => {
      if (child.name === 'p') return ''
      return child.name === 't' || child.name === 'delText' ? elementText(child) : ownText(child)
    })
    .join('')
}

function collectLines(element: XmlElement, lines: string[]): void {
  if (element.name === 'p') lines.push(ownText(element))
  for (const child of childElements(element)) collectLines(child, lines)
}

/** Every line of the body and of every other part that holds text: what the stamp guard must see of a Word file (SEC1). */
export function linesOfParts(body: XmlElement, parts: PackageParts): readonly string[] {
  const lines: string[] = []
  collectLines(body, lines)
  for (const [path, bytes] of parts) {
    const root = textual.test(path) ? parseXml(bytes) : undefined
    if (root?.ok) collectLines(root.value, lines)
  }
  return lines.filter((line) => line.trim() !== '')
}
