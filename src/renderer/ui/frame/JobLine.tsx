import { IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { JobView } from '#contract/jobs.ts'
import { download } from '../../client/asset-url.ts'
import { client, orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { failureSentence } from '../failure/sentence.ts'
import { goToDesk, openArticle } from '../navigation.ts'
import { jobTimeLeft } from './job-time-left.ts'
import styles from './StatusStrip.module.css'
import { isActive } from './use-jobs.ts'

type Props = Readonly<{ job: JobView; onDismiss(): void }>

/** One job: what, how far, how long still, and what can be done about it. */
export function JobLine({ job, onDismiss }: Props) {
  const { t } = useTranslation()
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const done = job.state === 'done'
  const what = t(`jobs.${done ? 'done' : 'kind'}.${job.kind}`, { subject: job.subject })
  return (
    <div className={styles['job']} data-job={job.state}>
      <span className={styles['what']} role={done ? 'status' : undefined} title={what}>
        {what}
      </span>
      {isActive(job) ? <Running job={job} what={what} /> : <Ended job={job} />}
      {isActive(job) ? (
        <button
          type="button"
          className={styles['act']}
          aria-label={t('jobs.cancel')}
          onClick={() => cancel.mutate({ id: job.id })}
        >
          <IconX size={13} aria-hidden />
        </button>
      ) : (
        <button type="button" className={styles['act']} aria-label={t('jobs.dismiss')} onClick={onDismiss}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </div>
  )
}

function Running({ job, what }: Readonly<{ job: JobView; what: string }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = jobTimeLeft(job, Date.now())
  return (
    <>
      <progress className={styles['bar']} aria-label={what} value={job.progress ?? undefined} />
      {job.progress !== null && <span>{format.percent(job.progress)}</span>}
      {left !== null && (
        <span>{t('jobs.left', { time: t(`jobs.${left.unit}`, { count: left.count }) })}</span>
      )}
    </>
  )
}

/** Hands out the TMX file that was written. */
async function takeMemory(id: string): Promise<void> {
  const { url, name } = await client.memory.download({ id })
  await download(url, name)
}

/** Goes to the story a package was made of. */
async function openResult(result: string | null): Promise<void> {
  if (result === null) return goToDesk('publishing')
  const { article } = await client.packages.get({ id: result })
  openArticle(article, 'publishing')
}

function Ended({ job }: Readonly<{ job: JobView }>) {
  const { t: failures } = useTranslation('failures')
  const { t } = useTranslation()
  const format = useFormat()
  const sentence = job.failure ? failureSentence(job.failure, failures, format) : null
  return (
    <>
      {job.state !== 'done' && (
        <span
          className={job.state === 'failed' ? styles['failed'] : undefined}
          title={sentence ? `${sentence.what} ${sentence.todo}` : undefined}
        >
          {sentence ? sentence.what : t(`jobs.state.${job.state}`)}
        </span>
      )}
      {job.state === 'done' && job.kind === 'export' && (
        <button type="button" className={styles['act']} onClick={() => openResult(job.result)}>
          {t('jobs.open')}
        </button>
      )}
      {job.state === 'done' && job.kind === 'memoryExport' && (
        <button type="button" className={styles['act']} onClick={() => takeMemory(job.id)}>
          {t('jobs.take')}
        </button>
      )}
    </>
  )
}
