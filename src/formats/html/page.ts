import type { DefaultTreeAdapterTypes } from 'parse5'
import type { ImportedItem } from '#domain/imported-text.ts'
import { flattenRow } from '../table-rows.ts'
import { attribute, type HtmlElement, type HtmlNode, inlineStyle, isElement, textBelow } from './element.ts'
import { lookInside } from './inline-look.ts'
import { isBlock, isObject, isSkipped } from './kinds.ts'
import { noteAnchor } from './note-anchors.ts'
import { pictureInAddress } from './pictures.ts'
import {
  addBreak,
  addNoteAnchor,
  addText,
  closeParagraph,
  count,
  type PageReading,
  type Place,
} from './reading.ts'
import { shapeInside } from './shapes.ts'

/** Deeper than this nobody writes: what lies below is read as plain text. */
const deepest = 250

/** Reads the children of a node; what Word writes between its "no list support" comments is passed over. */
export function readChildren(reading: PageReading, nodes: readonly HtmlNode[], place: Place): void {
  let markers = false
  for (const node of nodes) {
    if (node.nodeName === '#comment') {
      const { data } = node as DefaultTreeAdapterTypes.CommentNode
      if (/^\[if !supportLists\]/i.test(data)) markers = true
      else if (/^\[endif\]/i.test(data)) markers = false
    } else if (node.nodeName === '#text') {
      if (!markers) addText(reading, (node as DefaultTreeAdapterTypes.TextNode).value, place)
    } else if (isElement(node) && !markers) readElement(reading, node, place)
  }
}

function readElement(reading: PageReading, element: HtmlElement, place: Place): void {
  if (isObject(element)) count(reading, 'objectsDropped')
  if (isSkipped(element)) return
  const anchor = noteAnchor(element)
  if (anchor) addNoteAnchor(reading, anchor, place)
  else if (place.depth > deepest) addText(reading, textBelow(element), place)
  else if (element.tagName === 'br') addBreak(reading, place)
  else if (element.tagName === 'img') readPicture(reading, element, place)
  else if (isBlock(element)) {
    closeParagraph(reading)
    readBlock(reading, element, place)
    closeParagraph(reading)
  } else {
    const look = lookInside(element, place.look)
    readChildren(reading, element.childNodes, { ...place, look, depth: place.depth + 1 })
  }
}

function readBlock(reading: PageReading, element: HtmlElement, place: Place): void {
  switch (element.tagName) {
    case 'hr':
      reading.items.push({ kind: 'divider' })
      return
    case 'table':
      readTable(reading, element, place)
      return
    case 'li':
      readListItem(reading, element, place)
      return
    default:
      readChildren(reading, element.childNodes, placeInside(element, place))
  }
}

function placeInside(element: HtmlElement, place: Place): Place {
  const isList = element.tagName === 'ul' || element.tagName === 'ol'
  const whiteSpace = inlineStyle(element).get('white-space') ?? ''
  return {
    look: lookInside(element, place.look),
    shape: shapeInside(element, place),
    preformatted: place.preformatted || element.tagName === 'pre' || /^(pre|break-spaces)/.test(whiteSpace),
    listDepth: place.listDepth + (isList ? 1 : 0),
    depth: place.depth + 1,
  }
}

/** Only the first paragraph of an item carries the bullet; a nested list brings its own. */
function readListItem(reading: PageReading, element: HtmlElement, place: Place): void {
  const start = reading.items.length
  readChildren(reading, element.childNodes, placeInside(element, place))
  closeParagraph(reading)
  let first = true
  for (let at = start; at < reading.items.length; at += 1) {
    const item = reading.items[at]
    if (item?.kind !== 'paragraph' || !item.list || item.list.level !== place.listDepth - 1) continue
    if (!first) reading.items[at] = { ...item, list: null }
    first = false
  }
}

function rowsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

function readCell(reading: PageReading, cell: HtmlElement, place: Place): readonly ImportedItem[] {
  const inside: PageReading = { ...reading, items: [], open: undefined }
  readChildren(inside, cell.childNodes, placeInside(cell, place))
  closeParagraph(inside)
  return inside.items
}

function readTable(reading: PageReading, table: HtmlElement, place: Place): void {
  const rows = rowsOf(table)
  const place1 = { ...place, depth: place.depth + 1 }
  let wide = false
  for (const row of rows) {
    if (isSkipped(row)) continue
    const cells = row.childNodes.filter(isElement).filter((cell) => !isSkipped(cell))
    wide ||= cells.length > 1
    reading.items.push(...flattenRow(cells.map((cell) => readCell(reading, cell, place1))))
  }
  if (wide) count(reading, 'tablesFlattened')
}

/** Only pictures that came along are kept; nothing is ever fetched. */
function readPicture(reading: PageReading, element: HtmlElement, place: Place): void {
  const address = attribute(element, 'src') ?? ''
  if (isPixel(element) || address === '') return
  const picture = pictureInAddress(address, reading.pictures.length + 1)
  if (!picture) {
    count(reading, address.startsWith('data:') ? 'picturesUnreadable' : 'remotePicturesDropped')
    return
  }
  closeParagraph(reading)
  reading.pictures.push(picture)
  reading.items.push({ kind: 'picture', picture: picture.name, alt: attribute(element, 'alt') ?? '' })
  reading.open = { runs: [], shape: place.shape }
}

/** Counting pixels and spacers. */
function isPixel(element: HtmlElement): boolean {
  return Number(attribute(element, 'width') ?? 9) <= 2 || Number(attribute(element, 'height') ?? 9) <= 2
}
