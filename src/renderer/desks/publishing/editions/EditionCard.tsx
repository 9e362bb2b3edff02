import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import { client } from '../../../client/client.ts'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import styles from '../StoryBoard.module.css'
import { BoardMark } from './BoardMark.tsx'
import { FieldCounters } from './FieldCounters.tsx'

type Props = Readonly<{
  article: string
  /** Of one channel: the story's own language first. */
  rows: readonly BoardRow[]
  onOpen(row: BoardRow): void
}>

/** One channel on the board: how its text stands in each language, and the one next action. */
export function EditionCard({ article, rows, onOpen }: Props) {
  const { i18n } = useTranslation('publishing')
  const [first] = rows
  if (!first) return null
  const name = first.names[i18n.language] ?? first.names['vi'] ?? first.channel
  return (
    <section className={styles['card']} data-narrow aria-label={name}>
      <h3 className={styles['cardName']}>{name}</h3>
      <ul className={styles['languages']}>
        {rows.map((row) => (
          <EditionRow key={row.language} article={article} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}

type RowProps = Readonly<{ article: string; row: BoardRow; onOpen(row: BoardRow): void }>

function EditionRow({ article, row, onOpen }: RowProps) {
  const { t } = useTranslation('publishing')
  const { channel, language, document } = row
  const begin = useMutation({
    mutationFn: async () => {
      const made = await client.editions.create({ article, channel, language })
      onOpen({ ...row, document: made.document })
    },
  })
  const tongue = t(`common:tongue.${language}`, language)
  const mayBegin = document !== null || row.action === 'create'
  return (
    <li className={styles['language']}>
      <div className={styles['languageHead']}>
        <strong>{tongue}</strong>
        <BoardMark state={row.state} />
        {mayBegin && (
          <span className={styles['languageActs']}>
            <Button
              variant={row.action === 'none' ? 'subtle' : 'light'}
              size="compact-xs"
              loading={begin.isPending}
              aria-label={t('board.open', { language: tongue, action: t(`board.action.${row.action}`) })}
              onClick={() => (document === null ? begin.mutate() : onOpen(row))}
            >
              {t(`board.action.${row.action}`)}
            </Button>
          </span>
        )}
      </div>
      <FieldCounters counters={row.counters} />
      <ErrorNotice error={begin.error} />
    </li>
  )
}
