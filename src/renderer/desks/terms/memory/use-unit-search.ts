import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { MemoryCounts } from '#contract/memory.ts'
import { orpc } from '#renderer/client/client.ts'
import { createWatchedValue } from '#renderer/client/stores.ts'
import { useStore } from '#renderer/ui/store.ts'

export type UnitQuery = Readonly<{ words: string; language: string; other: string }>

/** What is looked for, kept while another desk is looked at. */
const queryNow = createWatchedValue<UnitQuery>({ words: '', language: '', other: '' })
const mostUnits = 200
const rest = 200

export type UnitSearchState = ReturnType<typeof useUnitSearch>

/** Units that hold words in a language. */
export function useUnitSearch(counts: MemoryCounts | undefined) {
  const query = useStore(queryNow)
  const languages = counts?.languages.map(({ language }) => language) ?? []
  const language = query.language || languages.find((each) => each === 'vi') || languages[0] || 'vi'
  const [words] = useDebouncedValue(query.words.trim(), rest)
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const found = useQuery({
    ...orpc.memory.concordance.queryOptions({
      input: { text: words || '-', language, other: query.other || null, limit: mostUnits },
      placeholderData: keepPreviousData,
    }),
    enabled: words !== '',
  })
  const units = words === '' ? [] : (found.data ?? [])
  return {
    query: { ...query, language },
    /** The words that `units` were found for. */
    words,
    languages,
    units,
    isFull: units.length >= mostUnits,
    isPending: words !== '' && found.isPending,
    error: found.error,
    change: (part: Partial<UnitQuery>) => queryNow.set({ ...query, ...part }),
    field,
    box,
  }
}
