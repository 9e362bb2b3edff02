import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orpc } from '#renderer/client/client.ts'
import { type Hit, memoryHits, type Pair, termHits } from './concordance-hits.ts'

const rest = 150
const mostUnits = 50

export type Concordance = Readonly<{
  terms: readonly Hit[]
  units: readonly Hit[]
  /** The words these were found for. */
  query: string
  isPending: boolean
  error: Error | null
}>

/** Where words stand in memory and termbase: in the language they are of first, then in the other. */
export function useConcordance(words: string, pair: Pair, isTarget: boolean): Concordance {
  const [query] = useDebouncedValue(words.trim(), rest)
  const { from, to } = pair
  const enabled = query !== ''
  const ask = (language: string, other: string) => ({
    ...orpc.memory.concordance.queryOptions({
      input: { text: query || '-', language, other, limit: mostUnits },
      placeholderData: (before: unknown) => before as never,
    }),
    enabled,
  })
  const sources = useQuery(ask(from, to))
  const targets = useQuery(ask(to, from))
  const termbase = useQuery(orpc.terms.get.queryOptions())
  const units = useMemo(() => {
    const [own, other] = isTarget ? [targets, sources] : [sources, targets]
    return memoryHits([...(own.data ?? []), ...(other.data ?? [])], { from, to })
  }, [sources, targets, isTarget, from, to])
  const concepts = termbase.data?.concepts
  const terms = useMemo(() => termHits(concepts ?? [], query, { from, to }), [concepts, query, from, to])
  return {
    terms: enabled ? terms : [],
    units: enabled ? units : [],
    query,
    isPending: enabled && (sources.isPending || targets.isPending),
    error: sources.error ?? targets.error ?? termbase.error,
  }
}
