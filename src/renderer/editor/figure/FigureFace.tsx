import { ActionIcon } from '@mantine/core'
import { IconPhotoOff, IconPhotoUp, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { assetUrl } from '#renderer/client/asset-url.ts'
import type { EditorBinding } from '../binding/binding.ts'
import { FigureField } from './FigureField.tsx'
import { keepFromEditor } from './keep-from-editor.ts'

type Props = Readonly<{
  id: string
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

const widestPicture = 760

/** A figure's picture, with its alternative text and credit as small labelled lines below the caption. */
export function FigureFace({
  id,
  asset,
  doc,
  locked,
  writeWords,
  allows,
  onReplace,
  onRemove,
  onLeave,
}: Props) {
  const { t } = useTranslation('editor')
  const [broken, setBroken] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => (fields.current ? keepFromEditor(fields.current) : undefined), [])
  return (
    <>
      <div className="ed-figure-picture">
        {asset === '' || broken ? (
          <div className="ed-figure-missing">
            <IconPhotoOff size={28} stroke={1.4} aria-hidden />
            {t(broken ? 'figure.broken' : 'figure.noPicture')}
          </div>
        ) : (
          <img
            src={assetUrl(asset, widestPicture * Math.min(2, window.devicePixelRatio))}
            alt=""
            draggable={false}
            onError={() => setBroken(true)}
          />
        )}
        {!locked && (
          <div className="ed-figure-actions">
            <ActionIcon
              variant="default"
              aria-label={t('figure.replace')}
              title={t('figure.replace')}
              onClick={() => onReplace(id)}
            >
              <IconPhotoUp size={17} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t('figure.remove')}
              title={t('figure.remove')}
              onClick={() => onRemove(id)}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </div>
        )}
      </div>
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
