import { useEffect } from 'react'
import type { WorkspaceEvent } from '#contract/events.ts'
import type { Failure } from '#contract/failures.ts'
import { workspaceEvents } from '../client/client.ts'
import { createWatchedValue } from '../client/stores.ts'

/** Why the store refuses writes now, or null while it works. */
export const storeTrouble = createWatchedValue<Failure | null>(null)

function troubleOf({ code, path }: Extract<WorkspaceEvent, { kind: 'storeFails' }>): Failure {
  if (code === 'disk-full' || code === 'folder-read-only') return { code, facts: { path } }
  return { code: 'write-failed', facts: { path, detail: code } }
}

/** Watches for a store that refuses writes, and for its recovery. */
export function useStoreTrouble(): void {
  useEffect(
    () =>
      workspaceEvents.subscribe((event) => {
        if (event.kind === 'storeFails') storeTrouble.set(troubleOf(event))
        if (event.kind === 'storeWorks') storeTrouble.set(null)
      }),
    [],
  )
}
