import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '../../ui/failure/FailureNotice.tsx'
import { isActive } from '../../ui/frame/use-jobs.ts'
import { useCommands } from '../../ui/keymap/commands.ts'
import styles from './StoryBoard.module.css'

type Props = Readonly<{
  article: string
  /** The story in its own language: what a preview is made of. */
  own: Readiness
  /** What goes along. */
  languages: readonly Readiness[]
  children?: ReactNode
}>

/** The one next action of a channel: make the delivery, with the job's progress beside it. */
export function ExportAction({ article, own, languages, children }: Props) {
  const { t } = useTranslation('publishing')
  const { t: keys } = useTranslation('keys')
  const { channel } = own
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
      const chosen = preview ? [own] : languages
      const order = { article, channel, languages: chosen.map(({ language }) => language), preview }
      const making = await client.packages.export({ id: acts.of(order), ...order })
      acts.done(order)
      return making
    },
    onSuccess: ({ job: id }) => setStarted(id),
  })
  const running = make.isPending || (job.data !== undefined && isActive(job.data))
  const mayPack = languages.length > 0
  const again = made.data?.some((row) => row.channel === channel && !row.preview) ?? false
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
        {own.state === 'notApproved' && (
          <Button variant="default" onClick={() => make.mutate(true)} loading={running}>
            {t('makePreview')}
          </Button>
        )}
        {children}
      </div>
    </>
  )
}
