import { Button, Group, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import styles from './Glossary.module.css'
import type { RunningImport } from './use-glossary-import.ts'

/** How far an import is, and what it did. */
export function GlossaryProgress({ running }: Readonly<{ running: RunningImport }>) {
  const { t } = useTranslation('terms')
  const { state, job, report, error, stop } = running
  return (
    <>
      <ErrorNotice error={error} />
      {state === 'running' && (
        <Group wrap="nowrap">
          <Progress
            className={styles['bar']}
            value={(job?.progress ?? 1) * 100}
            animated={job?.progress == null}
            aria-label={t('glossary.importing')}
          />
          <Button size="xs" variant="default" onClick={stop}>
            {t('glossary.stop')}
          </Button>
        </Group>
      )}
      {job?.state === 'cancelled' && (
        <p role="status" className={styles['said']}>
          {t('glossary.stopped')}
        </p>
      )}
      {job?.state === 'failed' && <FailureNotice failure={job.failure} />}
      {report && (
        <p role="status" className={styles['said']}>
          {t('glossary.did', { ...report })}
        </p>
      )}
    </>
  )
}
