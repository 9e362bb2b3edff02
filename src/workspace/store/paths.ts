import { join, resolve } from 'node:path'

export type WorkspacePaths = Readonly<{
  root: string
  database: string
  ownerLock: string
  endpoint: string
  assets: string
  temporary: string
  keys: string
  backups: string
  packages: string
}>

/** Where everything of a workspace lies. `keys` is never copied: not into backups, not into bundles. */
export function workspacePaths(folder: string): WorkspacePaths {
  const root = resolve(folder)
  return {
    root,
    database: join(root, 'workspace.sqlite'),
    ownerLock: join(root, 'owner.lock'),
    endpoint: join(root, 'endpoint.json'),
    assets: join(root, 'assets'),
    temporary: join(root, 'temporary'),
    keys: join(root, 'keys'),
    backups: join(root, 'backups'),
    packages: join(root, 'packages'),
  }
}
