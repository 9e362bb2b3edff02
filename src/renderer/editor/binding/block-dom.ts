import { setDOMUnmanaged } from 'lexical'
import type { BlockKind } from '#domain/blocks.ts'

export type BlockFace = Readonly<{
  id: string
  kind: BlockKind
  indent: number
  asset: string
  deleted: boolean
}>

const tags: Readonly<Record<BlockKind, string>> = {
  title: 'h1',
  lead: 'p',
  paragraph: 'p',
  heading: 'h2',
  quote: 'blockquote',
  // Neighbouring items are no list element of their own: the text stays flat, the role says what it is.
  bullet: 'div',
  number: 'div',
  figure: 'figure',
  clip: 'figure',
  divider: 'div',
}

export function createBlockElement(face: BlockFace): HTMLElement {
  const element = document.createElement(tags[face.kind])
  if (tags[face.kind] === 'figure') element.append(pictureElement(), document.createElement('figcaption'))
  describe(element, face)
  return element
}

/** True when the element can only be made anew. */
export function needsNewElement(before: BlockFace, face: BlockFace): boolean {
  return tags[before.kind] !== tags[face.kind]
}

export function describe(element: HTMLElement, face: BlockFace): void {
  element.dataset['kind'] = face.kind
  element.dataset['block'] = face.id
  if (face.indent > 0) element.dataset['indent'] = String(face.indent)
  else delete element.dataset['indent']
  if (face.deleted) element.dataset['deleted'] = ''
  else delete element.dataset['deleted']
  if (face.kind === 'bullet' || face.kind === 'number') {
    element.setAttribute('role', 'listitem')
    element.setAttribute('aria-level', String(face.indent + 1))
  } else {
    element.removeAttribute('role')
    element.removeAttribute('aria-level')
  }
}

/** Where the text of a block goes: a figure's text is its caption. */
export function textElement(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>(':scope > figcaption') ?? element
}

/** Where a figure's or clip's picture is drawn, outside of the text. */
export function pictureOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>(':scope > [data-picture]')
}

function pictureElement(): HTMLElement {
  const picture = document.createElement('div')
  picture.dataset['picture'] = ''
  picture.contentEditable = 'false'
  setDOMUnmanaged(picture, { captureSelection: true })
  return picture
}
