import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#domain/article.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { useStore } from '#renderer/ui/store.ts'
import { unreadMoments, unreadNames } from '../unread-moments.ts'
import { checkArticle, groupChecks } from './article-checks.ts'
import { CheckLines } from './CheckLines.tsx'
import { StampHits } from './StampHits.tsx'

type Props = Readonly<{ document: DocumentId; article: Article; onJump: (block: string) => void }>

/** What a reader would miss and what may not leave the machine, each with a way to its place. */
export function ChecksSection({ document, article, onJump }: Props) {
  const { t } = useTranslation('writing')
  const checks = checkArticle(article)
  const unread = unreadNames(useStore(unreadMoments), document)
  return (
    <section className="wd-side-section" aria-labelledby="wd-checks">
      <h2 id="wd-checks">{t('check.title')}</h2>
      <StampHits document={document} onJump={onJump} />
      {checks.length + unread.length === 0 && (
        <p className="wd-check-good">
          <IconCircleCheck size={16} aria-hidden />
          {t('check.none')}
        </p>
      )}
      <ul className="wd-checks">
        {unread.map((name) => (
          <li key={name} className="wd-row-danger">
            <IconAlertCircle size={15} aria-hidden />
            <span>{t('check.momentUnread', { name: t(`editor:diff.attribute.${name}`) })}</span>
          </li>
        ))}
        {groupChecks(checks).map((group) => (
          <CheckLines key={group.code} group={group} onJump={onJump} />
        ))}
      </ul>
    </section>
  )
}
