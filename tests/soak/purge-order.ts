import { createRouterClient } from '@orpc/server'
import type { PurgeStep } from '#workspace/secrets/purge-run.ts'
import type { Workspace } from '#workspace/workspace.ts'

export type PurgeOrder = Readonly<{
  folder: string
  profile: string
  pin: string
  purge: string
  hit: string
  document: string
  scope: 'block' | 'article'
  /** What goes on at the same time: a backup, or a restore that waits for the next start. */
  beside: 'nothing' | 'backup' | 'restore'
  killBefore: PurgeStep | 'nothing'
}>

export function readOrder(text: string): PurgeOrder {
  return JSON.parse(text)
}

export function clientOf(workspace: Workspace) {
  return createRouterClient(workspace.router, { context: workspace.newClient('purge', true) })
}
