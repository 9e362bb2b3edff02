import { parse } from 'parse5'
import { type ImportedItem, type ImportedText, paragraphText } from '#domain/imported-text.ts'
import { attribute, type HtmlNode, isElement, textsBelow } from './element.ts'
import { readChildren } from './page.ts'
import { closeParagraph, type PageReading, type Place } from './reading.ts'

const top: Place = {
  look: {},
  shape: { role: 'body', align: 'start', list: null },
  preformatted: false,
  listDepth: 0,
  depth: 0,
}

/** What the page says it is about in one sentence: a newspaper's page repeats its lead there. */
function descriptionOf(nodes: readonly HtmlNode[]): string {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const name = attribute(node, 'name') ?? attribute(node, 'property') ?? ''
    if (node.tagName === 'meta' && /^(?:og:)?description$/i.test(name))
      return attribute(node, 'content') ?? ''
    if (node.tagName === 'html' || node.tagName === 'head') {
      const found = descriptionOf(node.childNodes)
      if (found !== '') return found
    }
  }
  return ''
}

function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}

/** The description may be cut short; so much of it must open the paragraph that it cannot be chance. */
function saysLead(description: string, item: ImportedItem): boolean {
  const opening = comparable(description).slice(0, 60)
  return (
    opening.length >= 30 &&
    item.kind === 'paragraph' &&
    item.role !== 'title' &&
    comparable(paragraphText(item)).includes(opening)
  )
}

function markLead(items: readonly ImportedItem[], description: string): readonly ImportedItem[] {
  const told = items.some((item) => item.kind === 'paragraph' && item.role === 'subtitle')
  const at = told ? -1 : items.findIndex((item) => saysLead(description, item))
  return items.map((item, index) =>
    index === at && item.kind === 'paragraph' ? { ...item, role: 'subtitle' as const } : item,
  )
}

/**
 * Reads a web page or what Word, Google Docs and browsers put on the clipboard. Navigation, scripts, forms and
 * what cannot be seen are left out; pictures come only when the page carries them itself.
 */
export function readHtml(html: string): ImportedText {
  const reading: PageReading = { items: [], pictures: [], counts: new Map(), open: undefined }
  const page = parse(html)
  readChildren(reading, page.childNodes, top)
  closeParagraph(reading)
  return {
    items: markLead(reading.items, descriptionOf(page.childNodes)),
    pictures: reading.pictures,
    warnings: [...reading.counts].map(([code, count]) => ({ code, facts: { count } })),
    leftOut: page.childNodes.flatMap(textsBelow),
  }
}
