import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { MemoryMatch } from '#contract/memory.ts'
import type { MetTermView } from '#contract/terms.ts'
import type { TranslationRow } from '#contract/translations.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { orpc } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'

/** Rows that are only passed by are not asked for. */
const rest = 120
const fresh = 5_000
const mostMatches = 5
/** While the index is being made, and once more for what was confirmed a moment ago: it is learnt within a second. */
const askAgain = 1_000
const asksForRecent = 2

const none: readonly MemoryMatch[] = []

export type Help = Readonly<{
  matches: readonly MemoryMatch[]
  terms: readonly MetTermView[]
  partial: boolean
}>

/** What memory and termbase know of the row in hand. Asked beside the typing, and given up when the row goes. */
export function useHelp(session: TranslationSession, row: TranslationRow): Help {
  const { sourceLanguage: from, language: to } = session.summary.get()
  const enabled = useRested(rest) && row.kind === 'sentence'
  const text = plainText(row.source)
  // What the memory learnt from this very row is no help to it.
  const taught = `${session.document}#${row.row}`
  const matches = useQuery({
    ...orpc.memory.lookup.queryOptions({
      input: { source: row.source, ...neighbours(session, row), from, to, limit: mostMatches },
    }),
    enabled,
    staleTime: fresh,
    refetchInterval: ({ state }) =>
      state.data?.complete === false || state.dataUpdateCount < asksForRecent ? askAgain : false,
  })
  const terms = useQuery({
    ...orpc.terms.find.queryOptions({ input: { text, from, to } }),
    enabled,
    staleTime: fresh,
  })
  const found = matches.data?.matches
  return {
    matches: useMemo(() => found?.filter(({ unit }) => unit !== taught) ?? none, [found, taught]),
    terms: terms.data ?? [],
    partial: matches.data?.complete === false,
  }
}

function useRested(milliseconds: number): boolean {
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return rested
}

/** The sentences before and behind a row, null at the ends of the text. */
export function neighbours({ order, rows }: TranslationSession, { row }: Pick<TranslationRow, 'row'>) {
  const at = order.get().indexOf(row)
  const wordsAt = (index: number) => {
    const other = rows.get().get(order.get()[index] ?? '')
    return other ? plainText(other.source) : null
  }
  return { previous: wordsAt(at - 1), next: wordsAt(at + 1) }
}
