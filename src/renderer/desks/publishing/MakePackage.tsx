import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '../../ui/failure/FailureNotice.tsx'
import { isActive } from '../../ui/frame/use-jobs.ts'

/** States in which an approved text can leave (FLOW2). */
const leaving: readonly BoardRow['state'][] = [
  'ready',
  'newerUnapproved',
  'embargoed',
  'stale',
  'made',
  'posted',
  'due',
]

type Props = Readonly<{ article: string; row: BoardRow }>

/** Makes the delivery of one channel and language, with the job's progress; before approval only one to look at. */
export function MakePackage({ article, row }: Props) {
  const { t } = useTranslation('publishing')
  const [acts] = useState(createActIds)
  const [started, setStarted] = useState<string | null>(null)
  const job = useQuery({
    ...orpc.jobs.get.queryOptions({ input: { id: started ?? '' } }),
    enabled: started !== null,
  })
  const { channel, language } = row
  const make = useMutation({
    mutationFn: async (preview: boolean) => {
      await flushTyped()
      const order = { article, channel, languages: [language], preview }
      const making = await client.packages.export({ id: acts.of(order), ...order })
      acts.done(order)
      return making
    },
    onSuccess: ({ job: id }) => setStarted(id),
  })
  const running = make.isPending || (job.data !== undefined && isActive(job.data))
  const mayLeave = row.approvedRevision !== null && leaving.includes(row.state)
  return (
    <>
      <ErrorNotice error={make.error} />
      <FailureNotice failure={job.data?.failure ?? null} />
      {running && <Progress value={(job.data?.progress ?? 0) * 100} aria-label={t('making')} />}
      {mayLeave ? (
        <Button
          fullWidth
          variant={row.made && !row.made.preview ? 'default' : 'filled'}
          loading={running}
          onClick={() => make.mutate(false)}
        >
          {t(row.made && !row.made.preview ? 'makeAgain' : 'make')}
        </Button>
      ) : (
        <Button fullWidth variant="default" loading={running} onClick={() => make.mutate(true)}>
          {t('makePreview')}
        </Button>
      )}
    </>
  )
}
