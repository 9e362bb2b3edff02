import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '#contract/session.ts'
import type { ConnectionState } from '../client/connection.ts'

/** The session of the last handshake, kept while a lost connection is made again: nothing on screen goes away. */
export function useLastSession(state: ConnectionState): SessionView | null {
  const queries = useQueryClient()
  const [session, setSession] = useState<SessionView | null>(
    state.kind === 'connected' ? state.session : null,
  )
  const known = useRef(false)
  useEffect(() => {
    if (state.kind === 'refused') setSession(null)
    if (state.kind !== 'connected') return
    setSession(state.session)
    // After a break everything may have changed; the first time nothing has been asked yet.
    if (known.current) void queries.invalidateQueries()
    known.current = true
  }, [state, queries])
  return session
}
