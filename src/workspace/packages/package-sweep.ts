import { readdirSync, rmSync } from 'node:fs'
import type { WorkspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'
import { packageFolder } from '../store/paths.ts'
import { findPackageRow } from './package-rows.ts'

/** At the start: a package that was put in its place but not listed before the process was killed belongs to nobody. */
export function sweepPackages({ paths, store }: Readonly<{ paths: WorkspacePaths; store: Store }>): number {
  const unlisted = readdirSync(paths.packages).filter((id) => !findPackageRow(store.read, id))
  for (const id of unlisted) rmSync(packageFolder(paths, id), { recursive: true, force: true })
  return unlisted.length
}
