import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { trackOf, translationOf } from '#domain/document-id.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { sendStories } from '../../ui/bundles/bundle-task.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { openArticle, openTrack, openTranslation } from '../../ui/navigation.ts'
import { Timeline } from '../../ui/Timeline.tsx'
import { ArticleLanguages } from './ArticleLanguages.tsx'
import { PaperApproval } from './PaperApproval.tsx'
import styles from './ReviewInspector.module.css'

type Props = Readonly<{ item: QueueItem; onDecided(submission: string): void }>

/** What is known of the text beside itself: state, authors, what happened so far. */
export function ReviewInspector({ item, onDecided }: Props) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const [onPaper, setOnPaper] = useState(false)
  const { data, error } = useQuery(orpc.workflow.status.queryOptions({ input: { document: item.document } }))
  const authors = item.authors.map(({ name }) => name)
  const track = trackOf(item.document)
  return (
    <div className={styles['inspector']}>
      <dl className={styles['facts']}>
        <dt>{t('inspector.state')}</dt>
        <dd>{data && t(`common:state.${data.state}`)}</dd>
        <dt>{t('inspector.authors')}</dt>
        <dd>{format.list(authors)}</dd>
        <dt>{t('inspector.words')}</dt>
        <dd>{t('common:words', { count: item.words })}</dd>
        {item.section !== '' && (
          <>
            <dt>{t('inspector.section')}</dt>
            <dd>{t(`common:section.${item.section}`, item.section)}</dd>
          </>
        )}
      </dl>
      <div className={styles['acts']}>
        {item.article !== '' && (
          <>
            <Button variant="default" size="xs" onClick={() => openArticle(item.article, 'writing')}>
              {t('inspector.openInWriting')}
            </Button>
            <Button
              variant="default"
              size="xs"
              onClick={() => sendStories([{ id: item.article, title: item.title }])}
            >
              {t('bundles:send.menu')}
            </Button>
          </>
        )}
        {track && (
          <Button variant="default" size="xs" onClick={() => openTrack(track.clip, track.language)}>
            {t('inspector.openInVideo')}
          </Button>
        )}
        {translationOf(item.document) && (
          <Button variant="default" size="xs" onClick={() => openTranslation(item.article, item.language)}>
            {t('inspector.openInTranslation')}
          </Button>
        )}
        {item.blocked === null && (
          <Button variant="default" size="xs" onClick={() => setOnPaper(true)}>
            {t('paper')}
          </Button>
        )}
      </div>
      {item.article !== '' && <ArticleLanguages article={item.article} except={item.document} />}
      <h3>{t('inspector.timeline')}</h3>
      <ErrorNotice error={error} />
      {data && <Timeline entries={data.timeline} />}
      {onPaper && <PaperApproval item={item} onClose={() => setOnPaper(false)} onDecided={onDecided} />}
    </div>
  )
}
