import { ActionIcon, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import type { Addition } from './use-pictures.ts'

type Props = Readonly<{ additions: readonly Addition[]; onDismiss: (id: string) => void }>

/** Pictures on their way in, and those that could not be taken, with the reason. */
export function PictureProgress({ additions, onDismiss }: Props) {
  const { t } = useTranslation('editor')
  if (additions.length === 0) return null
  return (
    <div className="ed-additions">
      {additions.map(({ id, name, state }) => (
        <div key={id} className="ed-addition" role="status">
          {state.kind === 'failed' ? (
            <div className="ed-addition-failed">
              {state.failure ? (
                <FailureNotice failure={state.failure} />
              ) : (
                <p>{t('pictures.noAnswer', { name })}</p>
              )}
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('paste.close')}
                onClick={() => onDismiss(id)}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            </div>
          ) : (
            <>
              <span>{t('pictures.adding', { name })}</span>
              <Progress
                size="sm"
                aria-label={t('pictures.adding', { name })}
                value={state.kind === 'sending' ? state.fraction * 90 : 95}
              />
            </>
          )}
        </div>
      ))}
    </div>
  )
}
