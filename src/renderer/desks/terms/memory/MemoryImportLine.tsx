import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemoryImportReport } from '#contract/memory.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { isActive } from '#renderer/ui/frame/use-jobs.ts'
import styles from './Memory.module.css'
import { dismissImport, type MemoryImport } from './memory-imports.ts'

/** One file on its way in: how far, how to stop it, what came of it and what was left out. */
export function MemoryImportLine({ one: { id, name, step } }: Readonly<{ one: MemoryImport }>) {
  const { t } = useTranslation('terms')
  const isJob = step.kind === 'job'
  const job = useQuery({ ...orpc.jobs.get.queryOptions({ input: { id } }), enabled: isJob })
  const isDone = job.data?.state === 'done'
  const report = useQuery({
    ...orpc.memory.importReport.queryOptions({ input: { id } }),
    enabled: isDone,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const running = step.kind === 'sending' || (isJob && (job.data === undefined || isActive(job.data)))
  const progress = step.kind === 'sending' ? step.fraction : (job.data?.progress ?? null)
  const stop = () => (step.kind === 'sending' ? step.stop.abort() : cancel.mutate({ id }))
  return (
    <li className={styles['import']}>
      <div className={styles['importHead']}>
        <strong>{name}</strong>
        {running ? (
          <>
            <span className={styles['dim']}>
              {t(
                step.kind === 'sending'
                  ? 'memory.sending'
                  : progress === null
                    ? 'memory.checking'
                    : 'memory.taking',
              )}
            </span>
            <Progress
              className={styles['bar']}
              value={(progress ?? 1) * 100}
              animated={progress === null}
              aria-label={t('memory.importing', { name })}
            />
            <Button size="compact-xs" variant="default" onClick={stop}>
              {t('glossary.stop')}
            </Button>
          </>
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('memory.dismiss', { name })}
            onClick={() => dismissImport(id)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {job.data?.state === 'cancelled' && <p role="status">{t('memory.stopped')}</p>}
      {job.data?.state === 'failed' && <FailureNotice failure={job.data.failure} />}
      <ErrorNotice error={step.kind === 'refused' ? step.error : (cancel.error ?? report.error)} />
      {report.data && <Report report={report.data} />}
    </li>
  )
}

function Report({ report }: Readonly<{ report: MemoryImportReport }>) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const { units, known, skipped, skips } = report
  const facts = {
    units: format.number(units),
    known: format.number(known),
    skipped: format.number(skipped),
  }
  return (
    <>
      <p role="status">{t('memory.imported', facts)}</p>
      {skips.length > 0 && (
        <details>
          <summary>{t('memory.skips', { count: skipped, skipped: facts.skipped })}</summary>
          <ul className={styles['skips']}>
            {skips.map(({ line, reason, detail }) => (
              <li key={`${line} ${reason} ${detail}`}>
                {t('memory.skip', {
                  line: format.number(line),
                  reason: t(`cli:tm.reason.${reason}`, reason),
                })}{' '}
                <span className={styles['dim']}>{detail}</span>
              </li>
            ))}
          </ul>
          {skipped > skips.length && (
            <p className={styles['dim']}>{t('memory.firstSkips', { count: skips.length })}</p>
          )}
        </details>
      )}
    </>
  )
}
