import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemandView, PublicationView } from '#contract/publications.ts'
import { createActIds } from '../../../client/act-ids.ts'
import { client, orpc } from '../../../client/client.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import styles from '../StoryBoard.module.css'
import { DemandDialog } from './DemandDialog.tsx'

/** One posting: where, when, by whom; what is asked of it since. */
export function Posting({ posting }: Readonly<{ posting: PublicationView }>) {
  const { t, i18n } = useTranslation('publishing')
  const format = useFormat()
  const [asks, setAsks] = useState<DemandView['kind'] | null>(null)
  const channels = useQuery(orpc.packages.channels.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const channel = channels.data?.find(({ id }) => id === posting.channel)
  const name = channel?.names[i18n.language] ?? channel?.name ?? posting.channel
  return (
    <article className={styles['package']}>
      <div className={styles['packageHead']}>
        <div>
          <div className={styles['name']}>
            {name} · {t(`common:tongue.${posting.language}`, posting.language)}
            {posting.where !== '' && ` · ${posting.where}`}
          </div>
          <span className={styles['facts']}>
            {t('post.by', { name: posting.by.name, when: format.moment(posting.postedAt) })}
            {posting.url !== '' && (
              <>
                {' · '}
                <a href={posting.url} target="_blank" rel="noreferrer noopener">
                  {posting.url}
                </a>
              </>
            )}
            {posting.verdict !== 'valid' && ` · ${t(`review:verdict.${posting.verdict}`)}`}
          </span>
          {posting.note !== '' && <p className={styles['explain']}>{posting.note}</p>}
        </div>
        <Button size="xs" variant="default" onClick={() => setAsks('correction')}>
          {t('demand.correction')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsks('takedown')}>
          {t('demand.takedown')}
        </Button>
      </div>
      {posting.demands.map((demand) => (
        <Demand key={demand.record} posting={posting} demand={demand} />
      ))}
      {asks !== null && <DemandDialog posting={posting} kind={asks} onClose={() => setAsks(null)} />}
    </article>
  )
}

function Demand({ posting, demand }: Readonly<{ posting: PublicationView; demand: DemandView }>) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const [acts] = useState(createActIds)
  const { kind, ground, reason, askedAt, deadline, doneAt, record } = demand
  const finish = useMutation({
    mutationFn: async () => {
      const done = { publication: posting.record, ground, reason, askedAt, answers: record }
      const act = { id: acts.of(done), ...done, doneAt: Date.now() }
      await (kind === 'takedown' ? client.publications.takeDown(act) : client.publications.correct(act))
    },
  })
  const says =
    doneAt !== null
      ? t(`demand.done.${kind}`, { when: format.moment(doneAt) })
      : deadline !== null
        ? t(`demand.due.${kind}`, { when: format.moment(deadline) })
        : t(`demand.open.${kind}`)
  return (
    <div className={styles['warning']}>
      {says} · {t(`demand.ground.${ground}`)}: {reason}
      {doneAt === null && (
        <Button size="compact-xs" variant="light" loading={finish.isPending} onClick={() => finish.mutate()}>
          {t(`demand.finish.${kind}`)}
        </Button>
      )}
      <ErrorNotice error={finish.error} />
    </div>
  )
}
