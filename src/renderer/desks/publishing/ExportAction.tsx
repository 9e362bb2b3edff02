import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '../../ui/failure/FailureNotice.tsx'
import { isActive } from '../../ui/frame/use-jobs.ts'
import { useCommands } from '../../ui/keymap/commands.ts'
import { PagePreview } from './PagePreview.tsx'
import styles from './StoryBoard.module.css'

/** States in which an approved text may be packed; the others say why not. */
const packable: readonly Readiness['state'][] = ['ready', 'newerUnapproved', 'embargoed']

/** States in which the page may be looked at here. */
const shown: readonly Readiness['state'][] = [...packable, 'notApproved']

type Props = Readonly<{ article: string; ready: Readiness; channelName: string }>

/** The one next action of a channel: make the delivery, with the job's progress beside it. */
export function ExportAction({ article, ready, channelName }: Props) {
  const { t } = useTranslation('publishing')
  const { t: keys } = useTranslation('keys')
  const [acts] = useState(createActIds)
  const [started, setStarted] = useState<string | null>(null)
  const job = useQuery({
    ...orpc.jobs.get.queryOptions({ input: { id: started ?? '' } }),
    enabled: started !== null,
  })
  const made = useQuery(orpc.packages.list.queryOptions({ input: { article } }))
  const make = useMutation({
    mutationFn: async (preview: boolean) => {
      await flushTyped()
      const { channel, language } = ready
      const order = { article, channel, languages: [language], preview }
      const making = await client.packages.export({ id: acts.of(order), ...order })
      acts.done(order)
      return making
    },
    onSuccess: ({ job: id }) => setStarted(id),
  })
  const running = make.isPending || (job.data !== undefined && isActive(job.data))
  const mayPack = packable.includes(ready.state)
  const again = made.data?.some(({ channel, preview }) => channel === ready.channel && !preview) ?? false
  useCommands(
    mayPack && !running
      ? [
          {
            id: 'export',
            title: keys('command.export'),
            group: 'publishing',
            keys: 'Ctrl+Enter',
            run: () => make.mutate(false),
          },
        ]
      : [],
  )
  return (
    <>
      <ErrorNotice error={make.error} />
      <FailureNotice failure={job.data?.failure ?? null} />
      {running && <Progress value={(job.data?.progress ?? 0) * 100} aria-label={t('making')} />}
      <div className={styles['acts']}>
        {mayPack && (
          <Button onClick={() => make.mutate(false)} loading={running} variant={again ? 'default' : 'filled'}>
            {t(again ? 'makeAgain' : 'make')}
          </Button>
        )}
        {ready.state === 'notApproved' && (
          <Button variant="default" onClick={() => make.mutate(true)} loading={running}>
            {t('makePreview')}
          </Button>
        )}
        {shown.includes(ready.state) && <PagePreview article={article} ready={ready} name={channelName} />}
      </div>
    </>
  )
}
