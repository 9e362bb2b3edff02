import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { protocolVersion } from '#contract/base.ts'
import type { ProfileView, SessionView } from '#contract/session.ts'
import { orpc } from '../client/client.ts'

type Workspace = Readonly<{
  session: SessionView
  /** Reads the session anew: after signing in, out, or setting up. */
  refresh(): Promise<void>
}>

const WorkspaceContext = createContext<Workspace | null>(null)
const input = { protocol: protocolVersion, client: 'renderer' } as const

/** Keeps the session's state: who is signed in, what newsroom this is. `first` is the handshake's answer. */
export function WorkspaceProvider({
  first,
  children,
}: Readonly<{ first: SessionView; children: ReactNode }>) {
  const cache = useQueryClient()
  const { data: session } = useQuery(orpc.session.hello.queryOptions({ input, initialData: first }))
  const refresh = useCallback(
    // Whoever is signed in now sees other things than the last one: all is read anew.
    () => cache.invalidateQueries(),
    [cache],
  )
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
