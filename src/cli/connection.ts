import { basename } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import type { Connection } from './client.ts'
import { existingFile } from './existing-file.ts'
import { connectToOwner } from './owner.ts'

export type ConnectionOptions = Readonly<{
  mode?: 'open' | 'either'
  /** Another workspace than the one named for the whole call. */
  folder?: string
}>

/** Finds the owner of a workspace by its endpoint file, else becomes the owner. */
export async function connect(
  folder: string,
  options: ConnectionOptions = {},
): Promise<Result<Connection, Failure>> {
  const endpoint = readEndpoint(workspacePaths(folder))
  const owner = endpoint && (await connectToOwner(endpoint))
  if (owner) return succeed(owner)
  const opened = await openWorkspace(folder, { mode: options.mode ?? 'open' })
  if (!opened.ok) return opened
  const workspace = opened.value
  const another = () => createRouterClient(workspace.router, { context: workspace.newClient('cli', true) })
  return succeed({
    client: another(),
    another,
    letIn: async (path) => {
      const found = existingFile(path)
      if (!found.ok) return found
      return succeed(
        workspace.services.grants.grant({ path: found.value, name: basename(path), owned: false }).id,
      )
    },
    close: () => workspace.close(),
  })
}
