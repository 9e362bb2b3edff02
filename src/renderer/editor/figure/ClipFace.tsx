import { ActionIcon } from '@mantine/core'
import { IconTrash, IconVideoPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ClipPlayer } from '#renderer/ui/clip/ClipPlayer.tsx'
import { keepFromEditor } from './keep-from-editor.ts'

type Props = Readonly<{
  id: string
  asset: string
  locked: boolean
  onReplace: (block: string) => void
  onRemove: (block: string) => void
}>

/** A clip inside the text: it is played where it stands. Keys pressed on the player are not the text's. */
export function ClipFace({ id, asset, locked, onReplace, onRemove }: Props) {
  const { t } = useTranslation('editor')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? keepFromEditor(place.current) : undefined), [])
  const actions = [
    { name: 'replace', act: onReplace, Icon: IconVideoPlus },
    { name: 'remove', act: onRemove, Icon: IconTrash },
  ] as const
  return (
    <div ref={place} className="ed-figure-picture">
      {asset === '' ? (
        <div className="ed-figure-missing">{t('clip.none')}</div>
      ) : (
        <ClipPlayer clip={asset} label={t('kind.clip')} />
      )}
      {!locked && (
        <div className="ed-figure-actions">
          {actions.map(({ name, act, Icon }) => (
            <ActionIcon
              key={name}
              variant="default"
              aria-label={t(`clip.${name}`)}
              title={t(`clip.${name}`)}
              onClick={() => act(id)}
            >
              <Icon size={17} aria-hidden />
            </ActionIcon>
          ))}
        </div>
      )}
    </div>
  )
}
