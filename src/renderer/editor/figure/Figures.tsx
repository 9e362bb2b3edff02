import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type * as Y from 'yjs'
import type { EditorBinding } from '../binding/binding.ts'
import { registerPictures } from '../binding/pictures.ts'
import { FigureFace } from './FigureFace.tsx'

type Shown = Readonly<{ element: HTMLElement; id: string; kind: string; asset: string }>

type Props = Readonly<{
  editor: LexicalEditor
  doc: Y.Doc
  locked: boolean
  writeWords: EditorBinding['writeAttribute']
  /** Judges words from the clipboard before anything holds them (SEC1). */
  allows: (texts: readonly string[]) => Promise<boolean>
  onReplace: (block: string, kind: 'figure' | 'clip') => void
  onRemove: (block: string) => void
}>

/** Draws the pictures of all figures into the places that the text flow leaves for them. */
export function Figures({ editor, doc, locked, writeWords, allows, onReplace, onRemove }: Props) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  useEffect(
    () =>
      registerPictures(editor, (element, figure) => {
        // An element is drawn before it is in the page; those that left it are dropped with the next one.
        queueMicrotask(() =>
          setShown((held) => [
            ...held.filter((each) => each.element !== element && each.element.isConnected),
            { element, ...figure },
          ]),
        )
      }),
    [editor],
  )
  return shown.map(({ element, id, kind, asset }) =>
    createPortal(
      <FigureFace
        id={id}
        kind={kind}
        asset={asset}
        doc={doc}
        locked={locked}
        writeWords={writeWords}
        allows={allows}
        onReplace={(block) => onReplace(block, kind === 'clip' ? 'clip' : 'figure')}
        onRemove={onRemove}
        onLeave={() => editor.focus()}
      />,
      element,
      id,
    ),
  )
}
