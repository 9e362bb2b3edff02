import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { onTestFinished } from 'vitest'
import type { Contract } from '#contract/contract.ts'
import type { Role } from '#domain/roles.ts'
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts'

export type Client = ContractRouterClient<Contract>
const cheapKeys = 2 ** 10
const pin = '280926'

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real workspace in a folder of its own; closed after the test. */
export async function makeWorkspace(
  folder = join(makeFolder(), 'kho'),
  options: WorkspaceOptions = {},
): Promise<Workspace> {
  const opened = await openWorkspace(folder, { keyCost: cheapKeys, ...options })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(() => opened.value.close())
  return opened.value
}

export function clientOf(workspace: Workspace, trusted = false): Client {
  return createRouterClient(workspace.router, { context: workspace.newClient('test', trusted) })
}

/** A newsroom in a workspace: its owner's client, and a way to bring in more people. */
export async function makeNewsroom(workspace: Workspace) {
  const owner = clientOf(workspace, true)
  const founded = await owner.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin })
  await owner.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  await owner.session.signIn({ profile: founded.owner.id, pin })
  async function join(name: string, ...roles: Role[]): Promise<Client> {
    const member = await owner.people.addMember({ id: uuidv7(), name, roles, pin })
    const client = clientOf(workspace, true)
    await client.session.signIn({ profile: member.id, pin })
    return client
  }
  return { owner, join, ownerId: founded.owner.id }
}
