import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { sendStories } from '../../ui/bundles/bundle-task.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { openArticle } from '../../ui/navigation.ts'
import { ChannelCard } from './ChannelCard.tsx'
import { EditionCard } from './editions/EditionCard.tsx'
import { EditionPage } from './editions/EditionPage.tsx'
import { MadePackages } from './MadePackages.tsx'
import { Postings } from './posting/Postings.tsx'
import styles from './StoryBoard.module.css'

/** One story: its channels, and what was made of it. */
export function StoryBoard({ article }: Readonly<{ article: string }>) {
  const { t } = useTranslation('publishing')
  const format = useFormat()
  const row = useQuery(orpc.articles.get.queryOptions({ input: { id: article } }))
  const readiness = useQuery(orpc.packages.readiness.queryOptions({ input: { article } }))
  const channels = useQuery(orpc.packages.channels.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const board = useQuery(orpc.editions.board.queryOptions({ input: { article } }))
  const [open, setOpen] = useState<Pick<BoardRow, 'channel' | 'language' | 'document'> | null>(null)
  const opened = board.data?.find(
    ({ channel, language }) => channel === open?.channel && language === open.language,
  )
  if (!row.data) return <ErrorNotice error={row.error} />
  const { title, language, state, updatedAt } = row.data
  if (opened && open?.document) {
    return (
      <EditionPage row={opened} document={open.document} article={article} onBack={() => setOpen(null)} />
    )
  }
  const leaving = readiness.data?.[0]
  const texts = board.data?.filter(({ kind }) => kind !== 'portal') ?? []
  const words = leaving?.words ?? row.data.words
  const at = leaving?.approvedAt ?? updatedAt
  return (
    <div className={styles['board']}>
      <header className={styles['head']}>
        <div>
          <h2>{title || t('common:untitled')}</h2>
          <span className={styles['facts']}>
            {t(`common:state.${state}`)} · {t('common:words', { count: words })} · {format.moment(at)}
          </span>
        </div>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => sendStories([{ id: article, title }])}>
            {t('bundles:send.menu')}
          </Button>
          <Button variant="default" size="xs" onClick={() => openArticle(article, 'writing')}>
            {t('openInWriting')}
          </Button>
        </Group>
      </header>
      <h3 className={styles['section']}>{t('channels')}</h3>
      <ErrorNotice error={readiness.error ?? channels.error ?? board.error} />
      {readiness.data?.length === 0 && (
        <EmptyState
          title={t('noChannel', { language: t(`common:tongue.${language}`, language) })}
          hint={t('noChannelHint')}
        />
      )}
      <div className={styles['cards']}>
        {[...Map.groupBy(readiness.data ?? [], ({ channel }) => channel)].map(([channel, languages]) => (
          <ChannelCard
            key={channel}
            article={article}
            languages={languages}
            channel={channels.data?.find(({ id }) => id === channel)}
          />
        ))}
        {[...Map.groupBy(texts, ({ channel }) => channel)].map(([channel, rows]) => (
          <EditionCard key={channel} article={article} rows={rows} onOpen={setOpen} />
        ))}
      </div>
      <Postings article={article} />
      <MadePackages article={article} />
    </div>
  )
}
