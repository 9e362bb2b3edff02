import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { basename, resolve } from 'node:path'
import { statSync } from 'node:fs'
import type { Contract } from '#contract/contract.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { connectToOwner } from './owner.ts'

export type Client = ContractRouterClient<Contract>

/** The contract as the command line reaches it: through the running owner, or by owning the workspace itself. */
export type Connection = Readonly<{
  client: Client
  /** Lets a file in; answers its grant. */
  letIn(path: string): Promise<Result<string, Failure>>
  /** A second client with its own signed-in person. */
  another(): Client
  close(): Promise<void>
}>

export type ConnectionOptions = Readonly<{ mode?: 'open' | 'either' }>

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
      return succeed(workspace.services.grants.grant({ path: found.value, name: basename(path), owned: false }).id)
    },
    close: () => workspace.close(),
  })
}

/** The full path of a file that is there and is a file. */
export function existingFile(path: string): Result<string, Failure> {
  const full = resolve(path)
  try {
    if (statSync(full).isFile()) return succeed(full)
    return fail(failure('file-unreadable', { name: path, detail: 'EISDIR' }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return fail(failure('file-unreadable', { name: path, detail: code }))
  }
}
