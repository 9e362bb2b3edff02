import { useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import type { EditorBinding } from '../binding/binding.ts'
import { ClipFace } from './ClipFace.tsx'
import { FigureField } from './FigureField.tsx'
import { keepFromEditor } from './keep-from-editor.ts'
import { PictureFace } from './PictureFace.tsx'

type Props = Readonly<{
  id: string
  kind: string
  asset: string
  doc: Y.Doc
  locked: boolean
  writeWords: EditorBinding['writeAttribute']
  /** Judges words from the clipboard before anything holds them (SEC1). */
  allows: (texts: readonly string[]) => Promise<boolean>
  onReplace: (block: string) => void
  onRemove: (block: string) => void
  onLeave: () => void
}>

/** A figure's picture or a clip, with its alternative text and credit as small labelled lines below the caption. */
export function FigureFace({
  id,
  kind,
  asset,
  doc,
  locked,
  writeWords,
  allows,
  onReplace,
  onRemove,
  onLeave,
}: Props) {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => (fields.current ? keepFromEditor(fields.current) : undefined), [])
  return (
    <>
      {kind === 'clip' ? (
        <ClipFace id={id} asset={asset} locked={locked} onReplace={onReplace} onRemove={onRemove} />
      ) : (
        <PictureFace id={id} asset={asset} locked={locked} onReplace={onReplace} onRemove={onRemove} />
      )}
      <div ref={fields} className="ed-figure-fields">
        {(['alt', 'credit'] as const).map((name) => (
          <FigureField
            key={name}
            doc={doc}
            block={id}
            name={name}
            locked={locked}
            writeWords={writeWords}
            allows={allows}
            onLeave={onLeave}
          />
        ))}
      </div>
    </>
  )
}
