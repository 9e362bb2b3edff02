import type { Alignment, ImportedParagraph, ImportedRole } from '#domain/imported-text.ts'
import { attribute, type HtmlElement, inlineStyle, isElement, textBelow } from './element.ts'
import type { Place } from './reading.ts'

const roleByTag: Readonly<Record<string, ImportedRole>> = {
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
}
const roleByWordClass: Readonly<Record<string, ImportedRole>> = {
  MsoTitle: 'title',
  MsoSubtitle: 'subtitle',
  MsoQuote: 'quote',
  MsoIntenseQuote: 'quote',
  MsoCaption: 'caption',
}

/** How newspapers' pages call their lead: "detail-sapo", "article__lead", "news-summary". */
const leadClass = /(?:^|[-_\s])(?:sapo|lead|standfirst|chapeau|summary|excerpt)(?:[-_\s]|$)/i
const leadTags = new Set(['p', 'div', 'h2', 'h3'])

function isLead(element: HtmlElement): boolean {
  if (!leadTags.has(element.tagName)) return false
  return leadClass.test(attribute(element, 'class') ?? '') || attribute(element, 'itemprop') === 'description'
}

function roleInside(element: HtmlElement, place: Place): ImportedRole {
  if (isLead(element)) return 'subtitle'
  const word = roleByWordClass[(attribute(element, 'class') ?? '').split(' ', 1)[0] ?? '']
  return roleByTag[element.tagName] ?? word ?? place.shape.role
}

function alignInside(element: HtmlElement, place: Place): Alignment {
  const value = inlineStyle(element).get('text-align') ?? attribute(element, 'align')?.toLowerCase()
  if (element.tagName === 'center' || value === 'center') return 'centre'
  if (value === 'right' || value === 'end') return 'end'
  return value === undefined ? place.shape.align : 'start'
}

/** The marker Word writes into the text of a list paragraph: "·", "1.", "a)". */
function wordMarker(element: HtmlElement): string {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue
    if (inlineStyle(child).get('mso-list') === 'ignore') return textBelow(child).trim()
    const inside = wordMarker(child)
    if (inside !== '') return inside
  }
  return ''
}

/** Word's list paragraphs: `mso-list:l0 level2 lfo1`. */
function wordList(element: HtmlElement): ImportedParagraph['list'] {
  const list = inlineStyle(element).get('mso-list')
  if (list === undefined || list === 'none' || /^h\d$/.test(element.tagName)) return null
  const level = Number(/level(\d)/.exec(list)?.[1] ?? 1)
  return { ordered: /^[([]?[\da-z]{1,4}[.)\]]/i.test(wordMarker(element)), level: level - 1 }
}

function listInside(element: HtmlElement, place: Place): ImportedParagraph['list'] {
  if (element.tagName === 'li') {
    const parent = element.parentNode
    const ordered = parent !== null && 'tagName' in parent && parent.tagName === 'ol'
    return { ordered, level: Math.max(0, place.listDepth - 1) }
  }
  return wordList(element) ?? place.shape.list
}

/** What a paragraph is inside a block element, by its tag, Word's classes and its style. */
export function shapeInside(element: HtmlElement, place: Place): Place['shape'] {
  return {
    role: roleInside(element, place),
    align: alignInside(element, place),
    list: listInside(element, place),
  }
}
