import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../client/connection.ts'
import { FailureNotice } from '../../ui/failure/FailureNotice.tsx'
import { StartLayout } from './StartLayout.tsx'

/** Until the workspace has answered: that it is being opened, or why it cannot be. */
export function Connecting({ state }: Readonly<{ state: ConnectionState }>) {
  const { t } = useTranslation()
  if (state.kind === 'refused') {
    return (
      <StartLayout title={t('connection.refused')}>
        <FailureNotice failure={state.failure} />
        <Button mt="md" onClick={() => window.location.reload()}>
          {t('connection.reload')}
        </Button>
      </StartLayout>
    )
  }
  return (
    <StartLayout title={t('app')}>
      <div aria-live="polite">
        <Loader size="sm" aria-hidden /> {t('connection.connecting')}
      </div>
    </StartLayout>
  )
}
