import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { protocolVersion } from '#contract/protocol.ts'
import type { ProfileView, SessionView } from '#contract/session.ts'
import { orpc } from '../client/client.ts'

type Workspace = Readonly<{
  session: SessionView
  /** Reads the session anew: after signing in, out, or setting up. */
  refresh(): Promise<void>
}>

const WorkspaceContext = createContext<Workspace | null>(null)
const input = { protocol: protocolVersion, client: 'renderer' } as const
export const sessionKey = orpc.session.hello.queryKey({ input })

/** Keeps the session's state: who is signed in, what newsroom this is. `first` is the handshake's answer. */
export function WorkspaceProvider({
  first,
  children,
}: Readonly<{ first: SessionView; children: ReactNode }>) {
  const cache = useQueryClient()
  const { data: session } = useQuery(orpc.session.hello.queryOptions({ input, initialData: first }))
  const refresh = useCallback(async () => {
    // Whoever is signed in now sees other things than the last one: all is read anew, and who it is comes last,
    // so that nobody's desks open with the choices of another.
    cache.removeQueries({ type: 'inactive' })
    await cache.invalidateQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(sessionKey) })
    await cache.invalidateQueries({ queryKey: sessionKey })
  }, [cache])
  const value = useMemo(() => ({ session, refresh }), [session, refresh])
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>
}

/** The workspace this window is connected to. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('Used outside WorkspaceProvider')
  return workspace
}

const PersonContext = createContext<ProfileView | null>(null)

/** Everything inside is shown to one person. */
export function PersonProvider({ person, children }: Readonly<{ person: ProfileView; children: ReactNode }>) {
  return <PersonContext value={person}>{children}</PersonContext>
}

/** The person whose desks these are. */
export function usePerson(): ProfileView {
  const person = useContext(PersonContext)
  if (!person) throw new Error('Used outside PersonProvider')
  return person
}
