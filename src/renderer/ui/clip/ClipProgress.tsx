import { Progress } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'

/** How far the copy is that a clip is played from. */
export function ClipProgress({ job }: Readonly<{ job: string | null }>) {
  const { t } = useTranslation()
  const asked = useQuery(orpc.jobs.get.queryOptions({ input: job === null ? skipToken : { id: job } }))
  const fraction = asked.data?.progress ?? null
  return (
    <div role="status" style={{ width: 'min(100%, 320px)' }}>
      {t('clip.making')}
      <Progress
        size="sm"
        aria-label={t('clip.making')}
        value={fraction === null ? 100 : fraction * 100}
        animated={fraction === null}
      />
    </div>
  )
}
