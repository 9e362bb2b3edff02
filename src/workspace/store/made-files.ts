import { join } from 'node:path'
import type { WorkspacePaths } from '../store/paths.ts'

/** Where a written TMX file or glossary waits to be fetched: what `/made/<id>/<name>` serves. Gone with the next start. */
export function madeFile(paths: WorkspacePaths, id: string, name: string): string {
  return join(madeFolder(paths), id, name)
}

export function madeFolder(paths: WorkspacePaths): string {
  return join(paths.temporary, 'made')
}
