import { Notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useConnection } from './client/client.ts'
import { useWorkspaceEvents } from './client/use-workspace-events.ts'
import { Inside } from './desks/Inside.tsx'
import { Connecting } from './desks/start/Connecting.tsx'
import { ColourScheme } from './ui/ColourScheme.tsx'
import { useStoreTrouble } from './ui/store-trouble.ts'
import { useLastSession } from './ui/use-last-session.ts'
import { WorkspaceProvider } from './ui/workspace.tsx'

export function App() {
  useWorkspaceEvents(useQueryClient())
  useStoreTrouble()
  const state = useConnection()
  const session = useLastSession(state)
  return (
    <ColourScheme>
      <Notifications position="bottom-right" limit={3} containerWidth={276} />
      {session ? (
        <WorkspaceProvider first={session}>
          <Inside />
        </WorkspaceProvider>
      ) : (
        <Connecting state={state} />
      )}
    </ColourScheme>
  )
}
