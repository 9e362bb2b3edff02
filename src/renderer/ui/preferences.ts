import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { defaultPreferences } from '#contract/default-preferences.ts'
import type { Preferences } from '#contract/settings.ts'
import { orpc } from '../client/client.ts'

const key = orpc.settings.get.queryKey()

type Change = (change: Partial<Preferences>) => void

/**
 * What this person prefers on this machine, how to change it, and whether it has been read (defaults until then).
 * A change shows at once and is then kept.
 */
export function usePreferences(): readonly [Preferences, Change, boolean] {
  const cache = useQueryClient()
  const { data, isError } = useQuery(orpc.settings.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const { mutate } = useMutation(
    orpc.settings.set.mutationOptions({
      // The answer is not put back: a newer change may already be shown.
      onError: () => cache.invalidateQueries({ queryKey: key }),
    }),
  )
  const change = useCallback<Change>(
    (part) => {
      cache.setQueryData(key, (now) => ({ ...defaultPreferences, ...now, ...part }))
      mutate(part)
    },
    [cache, mutate],
  )
  return [data ?? defaultPreferences, change, data !== undefined || isError]
}
