import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { QueueItem } from '#contract/workflow.ts'
import { client, orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Signs the decision. A repeat after a lost connection carries the same id and is the same record. */
export function useDecision(item: QueueItem, onDecided: (submission: string) => void) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const cache = useQueryClient()
  const [id] = useState(uuidv7)
  const { submission, submittedBy, submittedAt, words } = item
  const title = item.title || t('common:untitled')

  async function settle(message: string) {
    notifications.show({ message, autoClose: 8000 })
    onDecided(submission)
    await cache.invalidateQueries({ queryKey: orpc.workflow.key() })
  }
  const approve = useMutation({
    mutationFn: () => client.workflow.approve({ id, submission }),
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
    mutationFn: (note: string) => client.workflow.return({ id, submission, note }),
    onSuccess: () => settle(t('returned', { title, name: submittedBy.name })),
  })
  return { approve, sendBack }
}
