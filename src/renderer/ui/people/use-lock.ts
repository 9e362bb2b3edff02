import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../client/client.ts'
import { createWatchedValue } from '../../client/stores.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { sessionKey, useWorkspace } from '../workspace.tsx'

/** Set while a person leaves on purpose: the desks may be taken down. */
export const leftByChoice = createWatchedValue(false)

/** Locks the window: first everything typed is brought to disk, then the person is signed out. */
export function useLock() {
  const { refresh } = useWorkspace()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await flushTyped()
      leftByChoice.set(true)
      await client.session.signOut()
      // What was told to one person is not for who comes next.
      notifications.clean()
      // The desks go at once: nothing is read for nobody.
      cache.setQueryData(sessionKey, (session) => session && { ...session, current: null })
      await refresh()
    },
    onError: () => leftByChoice.set(false),
  })
}
