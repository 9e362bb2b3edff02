import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/client/client.ts'

/** Brings withdrawn articles back into the working list. */
export function useReinstate() {
  return useMutation({
    mutationFn: async (articles: readonly string[]) => {
      for (const id of articles) await client.articles.reinstate({ id })
    },
  })
}
