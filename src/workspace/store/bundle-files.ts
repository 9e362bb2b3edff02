import { join } from 'node:path'
import type { WorkspacePaths } from '../store/paths.ts'

/** Where a bundle waits to be fetched: the file that `/bundle/<id>/<name>` serves. Gone with the next start. */
export function bundleFile(paths: WorkspacePaths, id: string, name: string): string {
  return join(bundlesFolder(paths), id, name)
}

export function bundlesFolder(paths: WorkspacePaths): string {
  return join(paths.temporary, 'bundles')
}
