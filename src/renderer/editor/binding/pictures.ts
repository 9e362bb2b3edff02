import type { LexicalEditor } from 'lexical'
import { type BlockFace, pictureOf } from './block-dom.ts'

/**
 * Draws a figure's or clip's picture into `element`, which the text flow does not touch; called again when
 * the asset changes. An element that left the page is never drawn again: check `isConnected`.
 */
export type DrawPicture = (
  element: HTMLElement,
  figure: Readonly<{ id: string; kind: string; asset: string }>,
) => void

const drawers = new WeakMap<LexicalEditor, DrawPicture>()

export function drawPicture(editor: LexicalEditor, block: HTMLElement, face: BlockFace): void {
  const picture = pictureOf(block)
  if (!picture) return
  picture.dataset['asset'] = face.asset
  drawers.get(editor)?.(picture, { id: face.id, kind: face.kind, asset: face.asset })
}

/** Registers who draws pictures in this editor and has those drawn that are already there. */
export function registerPictures(editor: LexicalEditor, draw: DrawPicture): () => void {
  drawers.set(editor, draw)
  const root = editor.getRootElement()
  for (const picture of root?.querySelectorAll<HTMLElement>('[data-picture]') ?? []) {
    const { block: id = '', kind = '' } = picture.parentElement?.dataset ?? {}
    draw(picture, { id, kind, asset: picture.dataset['asset'] ?? '' })
  }
  return () => {
    if (drawers.get(editor) === draw) drawers.delete(editor)
  }
}
