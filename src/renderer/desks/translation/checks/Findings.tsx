import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import styles from './Findings.module.css'
import { FindingWords } from './FindingWords.tsx'
import type { NamedFinding } from './row-checks.ts'

type Props = Readonly<{ session: TranslationSession; row: string; findings: readonly NamedFinding[] }>

/** What checks say of the row in hand; each can be ignored with a reason that others see. */
export function Findings({ session, row, findings }: Props) {
  const { t } = useTranslation('translation')
  const [asked, setAsked] = useState<string | null>(null)
  const ignoring = useMutation({
    mutationFn: async ({ finding, reason }: Readonly<{ finding: string; reason: string | null }>) => {
      await session.flush()
      return client.translations.ignoreFinding({ document: session.document, row, finding, reason })
    },
    onSuccess: (answered) => {
      session.take(answered)
      setAsked(null)
    },
  })
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']} aria-label={t('finding.label')}>
      {findings.map(({ id, finding, ignored }) => (
        <li key={id} className={styles['finding']} data-severity={ignored ? 'ignored' : finding.severity}>
          <FindingWords finding={finding} />
          {ignored && (
            <span className={styles['todo']}>
              {t('finding.ignored', { reason: ignored.reason, name: ignored.by.name })}
            </span>
          )}
          {asked === id ? (
            <ReasonForm
              loading={ignoring.isPending}
              onGive={(reason) => ignoring.mutate({ finding: id, reason })}
              onStop={() => setAsked(null)}
            />
          ) : (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => (ignored ? ignoring.mutate({ finding: id, reason: null }) : setAsked(id))}
            >
              {t(ignored ? 'finding.mind' : 'finding.ignore')}
            </Button>
          )}
        </li>
      ))}
      <ErrorNotice error={ignoring.error} />
    </ul>
  )
}

type ReasonProps = Readonly<{
  loading: boolean
  onGive: (reason: string) => void
  onStop: () => void
}>

function ReasonForm({ loading, onGive, onStop }: ReasonProps) {
  const { t } = useTranslation('translation')
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles['reason']}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onGive(reason)
      }}
    >
      <TextInput
        autoFocus
        size="xs"
        aria-label={t('finding.reason')}
        placeholder={t('finding.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onStop()}
      />
      <Button type="submit" size="xs" loading={loading} disabled={reason.trim() === ''}>
        {t('finding.doIgnore')}
      </Button>
    </form>
  )
}
