import type { WorkspaceEvent } from '#contract/events.ts'
import { diskFault } from './faults.ts'

export type Health = Readonly<{ failed(error: unknown): void; worked(): void; close(): void }>

const probeInterval = 2000

/**
 * Tells clients when the store refuses writes and when it takes them again. While it fails it is tried on its
 * own, so that a freed disk is noticed even if nobody types.
 */
export function createHealth(
  path: string,
  report: (event: WorkspaceEvent) => void,
  probe: () => void,
): Health {
  let failing: NodeJS.Timeout | undefined

  function worked(): void {
    if (failing === undefined) return
    clearInterval(failing)
    failing = undefined
    report({ kind: 'storeWorks' })
  }

  return {
    worked,
    failed(error) {
      const fault = diskFault(error, path)
      if (fault === undefined || failing !== undefined) return
      failing = setInterval(probe, probeInterval).unref()
      report({ kind: 'storeFails', code: fault.code, path })
    },
    close: () => clearInterval(failing),
  }
}
