import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { JobView } from '#contract/jobs.ts'
import type { GlossaryImportReport } from '#contract/terms.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { isActive } from '#renderer/ui/frame/use-jobs.ts'
import type { useGlossary } from './use-glossary.ts'

export type RunningImport = Readonly<{
  state: 'none' | 'running' | 'ended'
  isStarting: boolean
  job: JobView | undefined
  report: GlossaryImportReport | undefined
  error: Error | null
  start(): void
  stop(): void
}>

/** The import of a glossary that was looked at: a job, which goes on when its dialog is closed. */
export function useGlossaryImport(glossary: ReturnType<typeof useGlossary>): RunningImport {
  const [id] = useState(uuidv7)
  const begin = useMutation({
    mutationFn: () => {
      glossary.take()
      return client.terms.importFile({ id, ...glossary.order })
    },
    onError: glossary.giveBack,
  })
  const started = begin.data !== undefined
  const job = useQuery({ ...orpc.jobs.get.queryOptions({ input: { id } }), enabled: started })
  const isDone = job.data?.state === 'done'
  const report = useQuery({ ...orpc.terms.importReport.queryOptions({ input: { id } }), enabled: isDone })
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const running = started && (job.data === undefined || isActive(job.data))
  return {
    state: !started ? 'none' : running ? 'running' : 'ended',
    isStarting: begin.isPending,
    job: job.data,
    report: report.data,
    error: begin.error ?? cancel.error ?? report.error,
    start: begin.mutate,
    stop: () => cancel.mutate({ id }),
  }
}
