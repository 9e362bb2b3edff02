import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode, flushFolder, moveDurably } from '#workspace/store/durable-files.ts'
import type { WorkspacePaths } from '#workspace/store/paths.ts'

export function originalPath(paths: WorkspacePaths, hash: string): string {
  return join(paths.assets, hash.slice(0, 2), hash)
}

export async function freshTemporary(paths: WorkspacePaths, kind: string): Promise<string> {
  await mkdir(paths.temporary, { recursive: true })
  return join(paths.temporary, `${kind}-${randomUUID()}`)
}

/** Moves a finished file to its place by hash, durable in every folder that had to be made for it. */
export async function placeFile(from: string, to: string): Promise<void> {
  const made = await mkdir(dirname(to), { recursive: true })
  await moveDurably(from, to)
  if (made !== undefined) await flushFolder(dirname(dirname(to)))
}

export async function hasFile(path: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
}
