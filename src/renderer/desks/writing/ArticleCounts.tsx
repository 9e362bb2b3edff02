import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countText } from '#domain/counting.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { StatusCounts } from '#renderer/ui/frame/StatusCounts.tsx'
import { useStore } from '#renderer/ui/store.ts'
import { checkArticle } from './inspector/article-checks.ts'
import { unreadMoments, unreadNames } from './unread-moments.ts'

type Props = Readonly<{ document: DocumentId; article: Article; onChecks: () => void }>

/** Length, reading time and what is missing, in the status strip (TEXT1: every count says its unit). */
export function ArticleCounts({ document, article, onChecks }: Props) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const text = article.blocks.map((block) => blockText(block)).join('\n')
  const { chu, graphemes, readingSeconds } = countText(text, article.metadata.language)
  // The break between two blocks is no character of the text.
  const characters = Math.max(0, graphemes - Math.max(0, article.blocks.length - 1))
  const minutes = Math.max(1, Math.round(readingSeconds / 60))
  const hits = useQuery(orpc.secrets.hits.queryOptions({ input: { document } }))
  const stamps = hits.data?.length ?? 0
  const unread = unreadNames(useStore(unreadMoments), document).length
  const checks = checkArticle(article).length + stamps + unread
  return (
    <StatusCounts>
      {stamps > 0 && (
        <>
          <button type="button" className="wd-strip-button wd-row-danger" onClick={onChecks}>
            {t('strip.stamps', { formatted: format.number(stamps) })}
          </button>
          <span aria-hidden> · </span>
        </>
      )}
      <span data-count="chu">{t('strip.chu', { count: chu, formatted: format.number(chu) })}</span>
      <span aria-hidden> · </span>
      <span>{t('strip.characters', { formatted: format.number(characters) })}</span>
      <span aria-hidden> · </span>
      <span>{t('strip.minutes', { formatted: format.number(minutes) })}</span>
      {checks > 0 && (
        <>
          <span aria-hidden> · </span>
          <button type="button" className="wd-strip-button" onClick={onChecks}>
            {t('strip.checks', { formatted: format.number(checks) })}
          </button>
        </>
      )}
    </StatusCounts>
  )
}
