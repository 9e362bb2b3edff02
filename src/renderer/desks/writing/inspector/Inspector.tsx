import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { ArticleRow } from '#contract/articles.ts'
import { setMetadata } from '#documents/article.ts'
import { readOddities } from '#documents/oddities.ts'
import { settleOddity } from '#documents/settle-oddity.ts'
import type { Article, ArticleMetadata } from '#domain/article.ts'
import { useStore } from '#renderer/ui/store.ts'
import { StateSection } from '#renderer/ui/workflow/StateSection.tsx'
import { unreadMoments, unreadNames } from '../unread-moments.ts'
import { useMetadata } from '../use-article-snapshot.ts'
import { VersionsSection } from '../versions/VersionsSection.tsx'
import { ChecksSection } from './ChecksSection.tsx'
import { MetadataForm } from './MetadataForm.tsx'
import { OdditiesSection } from './OdditiesSection.tsx'
import { UsesSection } from './UsesSection.tsx'

type Props = Readonly<{
  row: ArticleRow
  doc: Y.Doc
  article: Article
  locked: boolean
  /** Runs a change of the document as one step of the person's undo. */
  edit: (change: () => void) => void
  onJump: (block: string) => void
}>

/** State and next action, what is odd, checks, metadata, history, uses: in the order of urgency. */
export function Inspector({ row, doc, article, locked, edit, onJump }: Props) {
  const { t } = useTranslation('writing')
  const metadata = useMetadata(doc)
  const unread = unreadNames(useStore(unreadMoments), row.document)
  const onMetadata = <Name extends keyof ArticleMetadata>(name: Name, value: ArticleMetadata[Name]) =>
    edit(() => setMetadata(doc, name, value))
  return (
    <>
      <StateSection
        document={row.document as `article:${string}`}
        locked={locked}
        group="writing"
        hindrance={unread.length > 0 ? t('momentUnread') : null}
      />
      <OdditiesSection
        oddities={readOddities(doc)}
        article={article}
        locked={locked}
        onJump={onJump}
        onSettle={(id, choice) => edit(() => settleOddity(doc, id, choice))}
      />
      <ChecksSection document={row.document as `article:${string}`} article={article} onJump={onJump} />
      <section className="wd-side-section" aria-labelledby="wd-metadata">
        <h2 id="wd-metadata">{t('meta.title')}</h2>
        <MetadataForm document={row.document} metadata={metadata} locked={locked} onChange={onMetadata} />
      </section>
      <VersionsSection
        document={row.document as `article:${string}`}
        language={metadata.language}
        locked={locked}
      />
      <UsesSection article={row.id} language={metadata.language} />
    </>
  )
}
