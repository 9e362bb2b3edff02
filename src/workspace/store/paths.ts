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

/** Where a package is kept: a folder of its own with the package as a folder and as a zip in it. */
export function packageFolder(paths: WorkspacePaths, id: string): string {
  return join(paths.packages, id)
}

/** The file that `/package/<id>/<zipName>` serves. */
export function packageZipPath(paths: WorkspacePaths, id: string, zipName: string): string {
  return join(packageFolder(paths, id), zipName)
}

/** Where a derived file lies, by the hash of its bytes: what `/render/<hash>/<name>` serves. */
export function derivedPath(paths: Pick<WorkspacePaths, 'assets'>, hash: string): string {
  return join(paths.assets, 'derived', hash.slice(0, 2), hash)
}

/** Pictures of imports that wait for their commit. */
export function previewsFolder(paths: Pick<WorkspacePaths, 'temporary'>): string {
  return join(paths.temporary, 'previews')
}

/** File names inside a preview are made here; anything else is no file of it. */
const safeName = /^[\w][\w.-]{0,120}$/

/** Where a preview's picture lies, for the path `/preview/<preview>/<name>`; undefined for any other name. */
export function previewPicturePath(
  paths: Pick<WorkspacePaths, 'temporary'>,
  preview: string,
  name: string,
): string | undefined {
  if (!/^[0-9a-f-]{36}$/.test(preview) || !safeName.test(name)) return undefined
  return join(previewsFolder(paths), preview, name)
}
