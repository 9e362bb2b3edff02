import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationComment } from '#contract/translations.ts'
import { createActIds } from '#renderer/client/act-ids.ts'
import { client, orpc } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import styles from './TranslationInspector.module.css'

type Props = Readonly<{
  session: TranslationSession
  active: string | null
  onChoose: (row: string) => void
}>

/** What was said about the sentences: open first; a new remark is about the row in hand. */
export function Comments({ session, active, onChoose }: Props) {
  const { t } = useTranslation('translation')
  const cache = useQueryClient()
  const { document } = session
  const [text, setText] = useState('')
  const [acts] = useState(createActIds)
  const { data, error } = useQuery(orpc.translations.comments.queryOptions({ input: { document } }))
  const settle = () => cache.invalidateQueries({ queryKey: orpc.translations.comments.key() })
  const saying = useMutation({
    mutationFn: (row: string) =>
      client.translations.comment({ document, row, text, id: acts.of([row, text]) }),
    onSuccess: () => {
      setText('')
      return settle()
    },
  })
  const resolving = useMutation({
    mutationFn: ({ id, resolved }: TranslationComment) =>
      client.translations.resolveComment({ document, comment: id, resolved: !resolved }),
    onSuccess: settle,
  })
  const sorted = [...(data ?? [])].sort((a, b) => Number(a.resolved) - Number(b.resolved) || b.at - a.at)
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (active !== null && text.trim() !== '') saying.mutate(active)
        }}
      >
        <Textarea
          label={t('comments.about')}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          mt={6}
          mb="md"
          loading={saying.isPending}
          disabled={text.trim() === ''}
        >
          {t('comments.say')}
        </Button>
      </form>
      <ErrorNotice error={error ?? saying.error ?? resolving.error} />
      {data?.length === 0 && <p className={styles['by']}>{t('comments.none')}</p>}
      <ul className={styles['comments']}>
        {sorted.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            onChoose={onChoose}
            onResolve={() => resolving.mutate(comment)}
          />
        ))}
      </ul>
    </>
  )
}

type CommentProps = Readonly<{
  comment: TranslationComment
  onChoose: (row: string) => void
  onResolve: () => void
}>

function Comment({ comment, onChoose, onResolve }: CommentProps) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  const { row, source, text, by, at, resolved } = comment
  return (
    <li className={styles['comment']} data-resolved={resolved || undefined}>
      <button
        type="button"
        className={styles['about']}
        disabled={row === null}
        onClick={() => row !== null && onChoose(row)}
      >
        {source}
      </button>
      <p>{text}</p>
      <span className={styles['by']}>
        {by.name} · {format.moment(at)}
      </span>{' '}
      <Button size="compact-xs" variant="subtle" onClick={onResolve}>
        {t(resolved ? 'comments.reopen' : 'comments.resolve')}
      </Button>
    </li>
  )
}
