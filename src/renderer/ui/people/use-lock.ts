import { useMutation } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { createWatchedValue } from '../../client/stores.ts'
import { flushTyped } from '../saved-state.ts'
import { useWorkspace } from '../workspace.tsx'

/** Set while a person leaves on purpose: the desks may be taken down. */
export const leftByChoice = createWatchedValue(false)

/** Locks the window: first everything typed is brought to disk, then the person is signed out. */
export function useLock() {
  const { refresh } = useWorkspace()
  return useMutation({
    mutationFn: async () => {
      await flushTyped()
      leftByChoice.set(true)
      await client.session.signOut()
      await refresh()
    },
    onError: () => leftByChoice.set(false),
  })
}
