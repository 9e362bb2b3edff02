import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { createActIds } from '#renderer/client/act-ids.ts'
import { client } from '#renderer/client/client.ts'

/** Brings withdrawn articles back into the working list. */
export function useReinstate() {
  const [acts] = useState(createActIds)
  return useMutation({
    mutationFn: async (articles: readonly string[]) => {
      for (const id of articles) {
        await client.articles.reinstate({ id, act: acts.of(id) })
        acts.done(id)
      }
    },
  })
}
