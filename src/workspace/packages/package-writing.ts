import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { moveDurably, syncFile, syncFolder, writeDurably } from '#workspace/durable-files.ts'
import type { MadeFile } from './package-files.ts'
import { zipOf } from './zip-writing.ts'

export type WrittenPackage = Readonly<{ folder: string; zip: string; zipBytes: number }>

/** Writes a package as a folder and as a zip side by side in `parent`; all of it is on disk when it settles. */
export async function writePackage(
  parent: string,
  name: string,
  files: readonly MadeFile[],
  signal: AbortSignal,
): Promise<WrittenPackage> {
  const folder = join(parent, name)
  const folders = new Set(files.map(({ path }) => dirname(join(folder, path))))
  for (const each of [folder, ...folders]) await mkdir(each, { recursive: true })
  await Promise.all(files.map(({ path, content }) => writeUnlessAborted(join(folder, path), content, signal)))
  const zip = join(parent, `${name}.zip`)
  const entries = files.map(({ path, content }) => ({ path, bytes: content }))
  const output = createWriteStream(zip, { flags: 'wx', mode: 0o644, flush: true })
  await pipeline(zipOf(entries), output, { signal })
  await Promise.all([parent, folder, ...folders].map(syncFolder))
  return { folder, zip, zipBytes: output.bytesWritten }
}

async function writeUnlessAborted(path: string, content: Buffer, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  await writeDurably(path, content)
}

/**
 * Puts a finished package in its place under its final name, by one rename (SAFE3). What an earlier run with
 * the same id left there, whole but unlisted, makes way.
 */
export async function placePackage(parent: string, place: string): Promise<void> {
  await rm(place, { recursive: true, force: true })
  await moveDurably(parent, place)
}

async function syncTree(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    await (entry.isDirectory() ? syncFolder(path) : syncFile(path))
  }
  await syncFolder(root)
}

/** Copies folder and zip into a folder of the person's choice, each appearing whole or not at all. */
export async function deliverPackage(
  written: WrittenPackage,
  name: string,
  directory: string,
): Promise<string> {
  await mkdir(directory, { recursive: true })
  const aside = join(directory, `.${name}.part`)
  await rm(aside, { recursive: true, force: true })
  try {
    await cp(dirname(written.folder), aside, { recursive: true, errorOnExist: true })
    await syncTree(aside)
    await moveDurably(join(aside, name), join(directory, name))
    await moveDurably(join(aside, `${name}.zip`), join(directory, `${name}.zip`))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return join(directory, name)
}
