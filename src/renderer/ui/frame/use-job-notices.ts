import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobView } from '#contract/jobs.ts'
import { orpc } from '../../client/client.ts'
import { isActive } from './use-jobs.ts'

/**
 * Tells when a job that was seen running has failed, wherever the person is by now. What went well stands in the
 * status strip and is not said a second time; a stopped one was stopped by the person.
 */
export function useJobNotices(): void {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.jobs.list.queryOptions())
  const running = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const jobs = data ?? []
    for (const job of jobs) if (running.current.has(job.id) && job.state === 'failed') tellFailure(job)
    running.current = new Set(jobs.filter(isActive).map(({ id }) => id))

    function tellFailure(job: JobView) {
      notifications.show({
        id: job.id,
        message: t(`jobs.failed.${job.kind}`, { subject: job.subject }),
        color: 'red',
        autoClose: false,
      })
    }
  }, [data, t])
}
