import { parse } from 'parse5'
import type { ImportedText } from '#domain/imported-text.ts'
import { textsBelow } from './element.ts'
import { readChildren } from './page.ts'
import { closeParagraph, type PageReading, type Place } from './reading.ts'

const top: Place = {
  look: {},
  shape: { role: 'body', align: 'start', list: null },
  preformatted: false,
  listDepth: 0,
  depth: 0,
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
    items: reading.items,
    pictures: reading.pictures,
    warnings: [...reading.counts].map(([code, count]) => ({ code, facts: { count } })),
    leftOut: page.childNodes.flatMap(textsBelow),
  }
}
