import { Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { client } from '../../../client/client.ts'
import type { EditionSession } from '../../../client/edition-session.ts'
import { useEditionSession } from '../../../client/use-edition-session.ts'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import { useStore } from '../../../ui/store.ts'
import { useSavedIndicator } from '../../../ui/use-saved-indicator.ts'
import { StateSection } from '../../../ui/workflow/StateSection.tsx'
import { usePerson } from '../../../ui/workspace.tsx'
import { MakePackage } from '../MakePackage.tsx'
import { PostButton } from '../posting/PostButton.tsx'
import { BoardMark } from './BoardMark.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './Edition.module.css'
import { EditionFieldBox } from './EditionFieldBox.tsx'
import { EditionPictures } from './EditionPictures.tsx'
import { EditionPreview } from './EditionPreview.tsx'
import { SmsForms } from './SmsForms.tsx'

type Props = Readonly<{ row: BoardRow; document: string; article: string; onBack(): void }>

/** A channel's text in one language: its fields, how it will look, and the one thing to do next. */
export function EditionPage({ row, document, article, onBack }: Props) {
  const { t, i18n } = useTranslation('publishing')
  const opened = useEditionSession(document, usePerson().id)
  const name = row.names[i18n.language] ?? row.names['vi'] ?? row.channel
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconChevronLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('editions.back')}
        </Button>
        <h2>
          {name} · {t(`common:tongue.${row.language}`, row.language)}
        </h2>
        <BoardMark state={row.state} />
      </header>
      {opened.kind === 'failed' && <ErrorNotice error={opened.error} />}
      {opened.kind === 'open' && <OpenEdition session={opened.session} row={row} article={article} />}
    </div>
  )
}

type OpenProps = Readonly<{ session: EditionSession; row: BoardRow; article: string }>

function OpenEdition({ session, row, article }: OpenProps) {
  const { t } = useTranslation('publishing')
  const view = useStore(session.view)
  const texts = useStore(session.texts)
  useSavedIndicator(session, null)
  useFresh(session, row)
  const { document } = view
  const settle = useMutation({
    mutationFn: async (order: Readonly<{ field: BoardRow['stale'][number]; how: 'take' | 'keep' }>) => {
      await session.flush()
      session.take(await client.editions.refresh({ document, ...order }))
    },
  })
  const arrange = useMutation({
    mutationFn: async (pictures: readonly string[]) =>
      session.take(await client.editions.arrange({ document, pictures: [...pictures] })),
  })
  const locked = view.state === 'inReview' || view.state === 'withdrawn'
  const isWhole = view.fields.length > 1 && view.whole !== ''
  return (
    <div className={styles['columns']}>
      <div className={styles['fields']}>
        {view.fields.map((field) => (
          <EditionFieldBox
            key={field.field}
            field={field}
            text={texts.get(field.field) ?? ''}
            language={view.language}
            locked={locked}
            onType={(text) => session.type(field.field, text)}
            onCompose={(composing) => session.compose(field.field, composing)}
            onLeave={session.leave}
            onSettle={(how) => settle.mutate({ field: field.field, how })}
          />
        ))}
        <ErrorNotice error={settle.error ?? arrange.error} />
        {isWhole && (
          <div className={styles['whole']}>
            {t('editions.whole')}
            <CopyButton text={view.whole} label={t('copy.whole')} />
          </div>
        )}
        <SmsForms forms={view.forms} language={view.language} />
        {view.picturesStale && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => settle.mutate({ field: 'pictures', how: 'take' })}
          >
            {t('pictures.stale')}
          </Button>
        )}
        <EditionPictures pictures={view.pictures} locked={locked} onArrange={arrange.mutate} />
      </div>
      <aside className={styles['side']}>
        <StateSection document={document as DocumentId} locked={false} group="publishing" />
        <MakePackage article={article} row={row} />
        <PostButton article={article} row={row} />
        <h3 className={styles['part']}>{t('editions.preview')}</h3>
        <EditionPreview view={view} texts={texts} />
      </aside>
    </div>
  )
}

/** What the board learnt (a source changed, somebody decided, a colleague wrote) is read here too. */
function useFresh(session: EditionSession, row: BoardRow): void {
  useEffect(() => {
    // the row is a new one with every change that concerns this text
    const { document } = session.view.get()
    if (row.document !== document) return
    client.editions.get({ document }).then(session.take, () => undefined)
  }, [session, row])
}
