import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { useCommands } from '../../ui/keymap/commands.ts'
import { useKeysOf } from '../../ui/keymap/use-keys-of.ts'
import { ReturnForm } from './ReturnForm.tsx'
import styles from './SubmissionReader.module.css'
import { useDecision } from './use-decision.ts'

/** Reasons that have their own words here; others are rare. */
const known = ['self-approval', 'role-missing', 'state-refuses']

type Props = Readonly<{ item: QueueItem; onDecided(submission: string): void }>

/** Approve, or return with a note: one key each. */
export function DecisionBar({ item, onDecided }: Props) {
  const { t } = useTranslation('review')
  const [returning, setReturning] = useState(false)
  const { approve, sendBack } = useDecision(item, onDecided)
  const { blocked } = item
  const error = approve.error ?? sendBack.error
  if (blocked !== null) {
    return (
      <footer className={styles['acts']}>
        <p className={styles['blocked']}>{t(`blocked.${known.includes(blocked) ? blocked : 'other'}`)}</p>
      </footer>
    )
  }
  return (
    <>
      {error && (
        <div className={styles['failed']}>
          <ErrorNotice error={error} />
        </div>
      )}
      <footer className={styles['acts']}>
        {returning ? (
          <ReturnForm
            pending={sendBack.isPending}
            onSend={(note) => sendBack.mutate(note)}
            onCancel={() => setReturning(false)}
          />
        ) : (
          <DecisionButtons
            busy={approve.isPending || sendBack.isPending}
            onApprove={() => approve.mutate()}
            onReturn={() => setReturning(true)}
          />
        )}
      </footer>
    </>
  )
}

type Buttons = Readonly<{ busy: boolean; onApprove(): void; onReturn(): void }>

function DecisionButtons({ busy, onApprove, onReturn }: Buttons) {
  const { t } = useTranslation('review')
  const { t: keys } = useTranslation('keys')
  useCommands([
    {
      id: 'approve',
      title: keys('command.approve'),
      group: 'review',
      keys: 'Ctrl+Enter',
      run: () => {
        if (!busy) onApprove()
      },
    },
    {
      id: 'return',
      title: keys('command.return'),
      group: 'review',
      keys: 'Ctrl+Shift+Enter',
      run: onReturn,
    },
  ])
  const approveKeys = useKeysOf('approve')
  const returnKeys = useKeysOf('return')
  return (
    <>
      <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={onApprove} loading={busy}>
        {t('approve')}
      </Button>
      {approveKeys && <Keys chord={approveKeys} />}
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={onReturn}
        disabled={busy}
      >
        {t('return')}
      </Button>
      {returnKeys && <Keys chord={returnKeys} />}
    </>
  )
}
