import { ActionIcon } from '@mantine/core'
import { IconPhotoOff, IconPhotoUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetUrl } from '#renderer/client/asset-url.ts'

type Props = Readonly<{
  id: string
  asset: string
  locked: boolean
  onReplace: (block: string) => void
  onRemove: (block: string) => void
}>

const widestPicture = 760

/** A figure's picture, and what can be done with it. */
export function PictureFace({ id, asset, locked, onReplace, onRemove }: Props) {
  const { t } = useTranslation('editor')
  const [broken, setBroken] = useState(false)
  return (
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
  )
}
