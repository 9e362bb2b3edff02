import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobView } from '#contract/jobs.ts'
import { orpc } from '../../client/client.ts'
import { isActive } from './use-jobs.ts'

/** Tells when a job that was seen running has ended. A stopped one was stopped by the person: no news. */
export function useJobNotices(): void {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.jobs.list.queryOptions())
  const running = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const jobs = data ?? []
    for (const job of jobs) if (running.current.has(job.id)) tellEnd(job)
    running.current = new Set(jobs.filter(isActive).map(({ id }) => id))

    function tellEnd(job: JobView) {
      if (job.state !== 'done' && job.state !== 'failed') return
      const failed = job.state === 'failed'
      const end = failed ? 'failed' : 'done'
      notifications.show({
        id: job.id,
        message: t(`jobs.${end}.${job.kind}`, { subject: job.subject }),
        color: failed ? 'red' : 'ink',
        autoClose: failed ? false : 6000,
      })
    }
  }, [data, t])
}
