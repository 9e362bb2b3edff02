import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orpc } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { createRowChecks, type RowChecks } from './row-checks.ts'

const fresh = 60_000

/** The checks of a translation with the terms of the house; null until those are known. */
export function useRowChecks(session: TranslationSession): RowChecks | null {
  const { data } = useQuery({ ...orpc.terms.get.queryOptions(), staleTime: fresh })
  return useMemo(() => {
    const { sourceLanguage, language } = session.summary.get()
    return data ? createRowChecks(data, sourceLanguage, language) : null
  }, [data, session])
}
