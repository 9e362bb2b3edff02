import { useTranslation } from 'react-i18next'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countText } from '#domain/counting.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { StatusCounts } from '#renderer/ui/frame/StatusCounts.tsx'
import { checkArticle } from './inspector/article-checks.ts'

/** Length, reading time and what is missing, in the status strip (TEXT1: every count says its unit). */
export function ArticleCounts({ article, onChecks }: Readonly<{ article: Article; onChecks: () => void }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const text = article.blocks.map((block) => blockText(block)).join('\n')
  const { chu, graphemes, readingSeconds } = countText(text, article.metadata.language)
  const minutes = Math.max(1, Math.round(readingSeconds / 60))
  const checks = checkArticle(article).length
  return (
    <StatusCounts>
      <span data-count="chu">{t('strip.chu', { count: chu, formatted: format.number(chu) })}</span>
      <span aria-hidden> · </span>
      <span>{t('strip.characters', { formatted: format.number(graphemes) })}</span>
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
