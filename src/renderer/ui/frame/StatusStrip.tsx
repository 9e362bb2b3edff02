import { useTranslation } from 'react-i18next'
import { JobLine } from './JobLine.tsx'
import { statusSlot } from './StatusCounts.tsx'
import styles from './StatusStrip.module.css'
import { useJobs } from './use-jobs.ts'

/** The foot of the window: the open desk's counts on the left, what is being worked on at the right. */
export function StatusStrip() {
  const { t } = useTranslation()
  const { shown, dismiss } = useJobs()
  return (
    <footer className={styles['strip']}>
      <div className={styles['counts']} ref={statusSlot.set} />
      <section aria-label={t('jobs.title')}>
        {shown.map((job) => (
          <JobLine key={job.id} job={job} onDismiss={() => dismiss(job.id)} />
        ))}
      </section>
    </footer>
  )
}
