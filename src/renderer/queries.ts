import { QueryClient } from '@tanstack/react-query'
import { failureOf } from './client/failures.ts'

/** What the window asked and was answered. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The workspace says what changed; a typed failure is an answer and asking again would not change it.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => failureOf(error) === undefined && count < 3,
    },
    mutations: { networkMode: 'always' },
  },
})
