import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { createActIds } from '../../client/act-ids.ts'
import { client, orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Signs the decision. A repeat after a lost connection is the same record; another decision is another one. */
export function useDecision(item: QueueItem, onDecided: (submission: string) => void) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const cache = useQueryClient()
  const [acts] = useState(createActIds)
  const { submission, submittedBy, submittedAt, words } = item
  const title = item.title || t('common:untitled')

  async function settle(message: string) {
    notifications.show({ message, autoClose: 8000 })
    onDecided(submission)
    await cache.invalidateQueries({ queryKey: orpc.workflow.key() })
  }
  const approve = useMutation({
    mutationFn: () => client.workflow.approve({ id: acts.of(['approve', submission]), submission }),
    onSuccess: () =>
      settle(
        t('approved', {
          title,
          name: submittedBy.name,
          when: format.moment(submittedAt),
          words: t('common:words', { count: words }),
        }),
      ),
  })
  const sendBack = useMutation({
    mutationFn: (note: string) =>
      client.workflow.return({ id: acts.of(['return', submission, note]), submission, note }),
    onSuccess: () => settle(t('returned', { title, name: submittedBy.name })),
  })
  return { approve, sendBack }
}
