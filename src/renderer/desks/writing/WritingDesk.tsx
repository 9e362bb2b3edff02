import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articleDocument } from '#domain/document-id.ts'
import { createActIds } from '#renderer/client/act-ids.ts'
import { client, orpc } from '#renderer/client/client.ts'
import type { OpenedDocument } from '#renderer/client/use-document-session.ts'
import { holdKeys, letKeysGo } from '#renderer/editor/held-keys.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { takeDroppedFiles } from '#renderer/ui/file-drop.ts'
import { DeskLayout } from '#renderer/ui/frame/DeskLayout.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { later } from '#renderer/ui/later.ts'
import { openArticle, place } from '#renderer/ui/navigation.ts'
import { useStore } from '#renderer/ui/store.ts'
import { storeTrouble } from '#renderer/ui/store-trouble.ts'
import { ArticleList } from './list/ArticleList.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import './writing.css'
import './list/list.css'
import './inspector/inspector.css'

// The list comes first; the editor and all that it takes follow.
const OpenArticle = later(async () => (await import('./OpenArticle.tsx')).OpenArticle)
const SessionKeeper = later(async () => (await import('./SessionKeeper.tsx')).SessionKeeper)
const Importing = later(async () => (await import('./imports/Importing.tsx')).Importing)

const importable = '.docx,.doc,.rtf,.txt,.md,.html,.htm'

/** The writing desk (Viết): the list of articles, the page, and what is known of it. */
export function WritingDesk() {
  const { t } = useTranslation('writing')
  const { article } = useStore(place)
  const [opened, setOpened] = useState<OpenedDocument>({ kind: 'opening' })
  const [given, setGiven] = useState<readonly File[] | null>(null)
  const [inspector, setInspector] = useState<HTMLDivElement | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [acts] = useState(createActIds)
  const creation = useMutation({
    onMutate: () => holdKeys(t('editor:held')),
    onError: letKeysGo,
    mutationFn: () => client.articles.create({ id: acts.of('new'), language: 'vi', title: '' }),
    onSuccess: (row) => {
      acts.done('new')
      openArticle(row.id, 'writing')
    },
  })
  const trouble = useStore(storeTrouble)
  const { reset } = creation
  // What was refused is over when the store writes again, or when the person has gone on to something else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about these two changing
  useEffect(reset, [reset, trouble, article])
  const onOpen = useCallback((id: string) => openArticle(id, 'writing'), [])
  const onNew = () => creation.mutate()
  const onImport = () => picker.current?.click()
  useEffect(() => takeDroppedFiles(setGiven), [])
  useCommands([
    { id: 'newArticle', title: t('action.new'), group: 'writing', keys: 'Alt+N', run: onNew },
    { id: 'importFile', title: t('action.import'), group: 'writing', keys: 'Ctrl+O', run: onImport },
  ])
  const document = article === null ? null : articleDocument(article)
  const row = useQuery({
    ...orpc.articles.get.queryOptions({ input: { id: article ?? '' } }),
    enabled: article !== null,
  })
  const session = opened.kind === 'open' && opened.session.document === document ? opened.session : null
  return (
    <DeskLayout
      label={t('desk.work')}
      list={
        <ArticleList
          open={article}
          onOpen={onOpen}
          onNew={onNew}
          onImport={onImport}
          creating={creation.isPending}
        />
      }
      inspector={document === null ? undefined : <div className="wd-inspector" ref={setInspector} />}
    >
      <Suspense>
        {document !== null && <SessionKeeper key={document} document={document} onOpened={setOpened} />}
      </Suspense>
      {/* While the store refuses writes, the banner above says so already. */}
      {trouble === null && <ErrorNotice error={creation.error} />}
      {document === null && <NothingOpen onNew={onNew} onImport={onImport} />}
      {document !== null && opened.kind === 'failed' && <ErrorNotice error={opened.error} />}
      <Suspense>
        {session && row.data && (
          <OpenArticle key={session.document} session={session} row={row.data} inspector={inspector} />
        )}
      </Suspense>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={importable}
        aria-label={t('action.import')}
        onChange={(event) => {
          setGiven([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Suspense>
        {given && given.length > 0 && (
          <Importing
            given={given}
            onEnd={(id) => {
              setGiven(null)
              if (id !== null) onOpen(id)
            }}
          />
        )}
      </Suspense>
    </DeskLayout>
  )
}
