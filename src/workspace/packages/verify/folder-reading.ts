import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { problem } from './problem.ts'
import { createCollector, type PackageSource } from './source-collecting.ts'

/** Reads a package that lies unpacked in a folder. Links are not followed: they lead out of it. */
export async function readFolder(folder: string): Promise<PackageSource> {
  const collector = createCollector()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const full = join(entry.parentPath, entry.name)
    const path = relative(folder, full).split(sep).join('/')
    if (!entry.isFile()) collector.problems.push(problem('pathUnsafe', path))
    else if (collector.admit(path, (await stat(full)).size)) collector.files.set(path, await readFile(full))
  }
  return collector
}
