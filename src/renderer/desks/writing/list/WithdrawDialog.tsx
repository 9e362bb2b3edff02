import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { createActIds } from '#renderer/client/act-ids.ts'
import { client } from '#renderer/client/client.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'

type Props = Readonly<{ rows: readonly ArticleRow[]; onClose: () => void }>

/** Asks why before taking articles out of the list; the reason is signed with the record. */
export function WithdrawDialog({ rows, onClose }: Props) {
  const { t } = useTranslation('writing')
  const [reason, setReason] = useState('')
  const [acts] = useState(createActIds)
  const withdrawal = useMutation({
    mutationFn: async () => {
      for (const { id } of rows) {
        await client.articles.withdraw({ id, act: acts.of([id, reason]), reason })
      }
    },
    onSuccess: onClose,
  })
  return (
    <Modal opened={rows.length > 0} onClose={onClose} title={t('withdraw.title', { count: rows.length })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          withdrawal.mutate()
        }}
      >
        <ul className="wd-withdraw-list">
          {rows.map((row) => (
            <li key={row.id} lang={row.language}>
              {row.title === '' ? t('list.untitled') : row.title}
            </li>
          ))}
        </ul>
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={t('withdraw.reason')}
          description={t('withdraw.explain')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={withdrawal.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={reason.trim() === ''} loading={withdrawal.isPending}>
            {t('withdraw.do', { count: rows.length })}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
