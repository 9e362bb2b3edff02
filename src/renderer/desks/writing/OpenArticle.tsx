import { useCallback, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import type { DocumentSession } from '#renderer/client/document-session.ts'
import { useSessionDoc } from '#renderer/client/use-document-session.ts'
import { ArticleEditor } from '#renderer/editor/ArticleEditor.tsx'
import type { EditorHandle } from '#renderer/editor/editor-handle.ts'
import { useSavedIndicator } from '#renderer/ui/use-saved-indicator.ts'
import { ArticleCounts } from './ArticleCounts.tsx'
import { Inspector } from './inspector/Inspector.tsx'
import { LockedNotice, lockOf, UnfollowedNotice } from './LockedNotice.tsx'
import { OthersHere } from './OthersHere.tsx'
import { ReturnedNotice } from './ReturnedNotice.tsx'
import { useArticleSnapshot } from './use-article-snapshot.ts'
import { KeepVersion } from './versions/KeepVersion.tsx'

type Props = Readonly<{
  session: DocumentSession
  row: ArticleRow
  inspector: HTMLDivElement | null
}>

/** The open article: its page, its counts in the status strip, its inspector. */
export function OpenArticle({ session, row, inspector }: Props) {
  const { t } = useTranslation('writing')
  const doc = useSessionDoc(session)
  const article = useArticleSnapshot(doc)
  const editor = useRef<EditorHandle>(null)
  const lock = lockOf(session, row)
  useSavedIndicator(session, row.updatedAt)
  const jump = useCallback((block: string) => editor.current?.jumpTo(block), [])
  return (
    <>
      <div className="wd-page-scroll">
        <OthersHere document={session.document} article={article} onJump={jump} />
        <LockedNotice lock={lock} />
        <UnfollowedNotice session={session} />
        <ReturnedNotice document={session.document} />
        <ArticleEditor
          ref={editor}
          doc={doc}
          language={article.metadata.language}
          locked={lock !== null}
          label={t('desk.page')}
          onCaretBlock={session.caretIn}
        />
      </div>
      <KeepVersion document={session.document} />
      <ArticleCounts
        document={session.document}
        article={article}
        onChecks={() => document.getElementById('wd-checks')?.scrollIntoView()}
      />
      {inspector &&
        createPortal(
          <Inspector
            row={row}
            doc={doc}
            article={article}
            locked={lock !== null}
            edit={(change) => editor.current?.edit(change)}
            onJump={jump}
          />,
          inspector,
        )}
    </>
  )
}
