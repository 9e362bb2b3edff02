import { basename } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import type { Connection } from './client.ts'
import { existingFile } from './existing-file.ts'
import { connectToOwner } from './owner.ts'

export type ConnectionOptions = Readonly<{
  mode?: 'open' | 'either'
  /** Another workspace than the one named for the whole call. */
  folder?: string
}>

/** Becomes the owner of a workspace; where one lives already, joins it. */
export async function connect(
  folder: string,
  options: ConnectionOptions = {},
): Promise<Result<Connection, Failure>> {
  const opened = await openWorkspace(folder, { mode: options.mode ?? 'open' })
  if (opened.ok) return succeed(own(opened.value))
  if (opened.failure.code !== 'workspace-in-use') return opened
  // Only now: the endpoint file of a killed owner names a port that anybody may hold, who would be told the PIN.
  const endpoint = readEndpoint(workspacePaths(folder))
  const owner = endpoint && (await connectToOwner(endpoint))
  return owner ? succeed(owner) : opened
}

function own(workspace: Workspace): Connection {
  const another = () => createRouterClient(workspace.router, { context: workspace.newClient('cli', true) })
  return {
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
  }
}
