import { attribute, type HtmlElement, textBelow } from './element.ts'

export type NoteAnchor = Readonly<{ kind: 'marker' | 'note'; label: string }>

const toNote = /#(?:_?(?:ftn|edn)\d+|ftnt\d+|sd(?:foot|end)note\d+sym)$/
const toMarker = /#(?:_?(?:ftn|edn)ref\d+|ftnt_ref\d+|sd(?:foot|end)note\d+anc)$/

/**
 * Footnotes in pages that Word, LibreOffice and Google Docs make: an anchor in the text that leads to the note,
 * and one before the note that leads back.
 */
export function noteAnchor(element: HtmlElement): NoteAnchor | undefined {
  if (element.tagName !== 'a') return undefined
  const href = attribute(element, 'href') ?? ''
  const label = /[\divxlc]{1,5}/i.exec(textBelow(element))?.[0]
  if (label === undefined) return undefined
  if (toNote.test(href)) return { kind: 'marker', label }
  return toMarker.test(href) ? { kind: 'note', label } : undefined
}
