import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { QueueItem } from '#contract/workflow.ts'
import { orpc } from '../../../client/client.ts'
import { factReader } from './beside-facts.ts'
import { checkBeside } from './checked-rows.ts'

/** A submitted translation beside its source, with its checks and what reads its facts, as each comes in. */
export function useBeside({ submission, document }: QueueItem) {
  const beside = useQuery(orpc.workflow.beside.queryOptions({ input: { submission } }))
  const terms = useQuery(orpc.terms.get.queryOptions())
  const current = useQuery(orpc.translations.rows.queryOptions({ input: { document } }))
  const known = beside.data && terms.data && current.data
  const checks = useQuery({
    queryKey: ['review-checks', submission, terms.dataUpdatedAt, current.dataUpdatedAt],
    enabled: known !== undefined,
    queryFn: async ({ signal }) => {
      if (!beside.data || !terms.data || !current.data) return null
      const request = { beside: beside.data, termbase: terms.data, current: current.data.rows, signal }
      return (await checkBeside(request)) ?? null
    },
  })
  const { data } = beside
  const readFacts = useMemo(
    () => (data && terms.data ? factReader(terms.data, data.sourceLanguage, data.language) : null),
    [data, terms.data],
  )
  const error = beside.error ?? terms.error ?? current.error ?? checks.error
  return { beside: data, checks: checks.data ?? null, readFacts, error }
}
