import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationSummary } from '#contract/translations.ts'
import { translationDocument } from '#domain/document-id.ts'
import { useTranslationSession } from '#renderer/client/use-translation-session.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { DeskLayout } from '#renderer/ui/frame/DeskLayout.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { openTranslation, place } from '#renderer/ui/navigation.ts'
import { useStore } from '#renderer/ui/store.ts'
import { usePerson } from '#renderer/ui/workspace.tsx'
import { BeginTranslation } from './list/BeginTranslation.tsx'
import { TranslationList } from './list/TranslationList.tsx'
import { TranslationWork } from './TranslationWork.tsx'

/** The translation desk (Dịch): what is in work, and one translation sentence by sentence. */
export function TranslationDesk() {
  const { t } = useTranslation('translation')
  const { article, language } = useStore(place)
  const [begins, setBegins] = useState(false)
  const [inspector, setInspector] = useState<HTMLDivElement | null>(null)
  const document = article && language ? translationDocument({ article, language }) : null
  const opened = useTranslationSession(document, usePerson().id)
  const session = opened.kind === 'open' && opened.session.document === document ? opened.session : null
  function open(summary: TranslationSummary) {
    setBegins(false)
    openTranslation(summary.article, summary.language)
  }
  useCommands([
    {
      id: 'beginTranslation',
      title: t('begin.open'),
      group: 'translation',
      keys: 'Alt+N',
      run: () => setBegins(true),
    },
  ])
  return (
    <DeskLayout
      label={t('desk')}
      list={<TranslationList open={document} onOpen={open} onBegin={() => setBegins(true)} />}
      inspector={session ? <div ref={setInspector} style={{ height: '100%' }} /> : undefined}
    >
      {document === null && <EmptyState title={t('nothing')} hint={t('nothingHint')} />}
      {document !== null && opened.kind === 'failed' && <ErrorNotice error={opened.error} />}
      {session && <TranslationWork key={session.document} session={session} inspector={inspector} />}
      {begins && <BeginTranslation article={article} onClose={() => setBegins(false)} onBegun={open} />}
    </DeskLayout>
  )
}
