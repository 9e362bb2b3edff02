import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { flushFile, flushFolder, moveDurably, writeTreeDurably } from '#workspace/store/durable-files.ts'
import type { MadeFile } from './package-files.ts'
import { zipOf } from './zip-writing.ts'

/**
 * Writes a package as a folder and as a zip side by side in `parent`; all of it is on disk when it settles.
 * Answers the zip's size in bytes.
 */
export async function writePackage(
  parent: string,
  name: string,
  files: readonly MadeFile[],
  signal: AbortSignal,
): Promise<number> {
  const folder = join(parent, name)
  const folders = [...new Set([folder, ...files.map(({ path }) => dirname(join(folder, path)))])]
  await Promise.all(folders.map((each) => mkdir(each, { recursive: true })))
  const zip = zipOf(files.map(({ path, content }) => ({ path, bytes: content })))
  signal.throwIfAborted()
  await writeTreeDurably(
    [
      { path: join(parent, `${name}.zip`), parts: zip },
      ...files.map(({ path, content }) => ({ path: join(folder, path), parts: [content] })),
    ],
    [parent, ...folders],
  )
  signal.throwIfAborted()
  return zip.reduce((bytes, part) => bytes + part.length, 0)
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
    await (entry.isDirectory() ? flushFolder(path) : flushFile(path))
  }
  await flushFolder(root)
}

/**
 * Copies a placed package's folder and zip into a folder of the person's choice, each appearing whole or not at
 * all. Answers the path of the folder there.
 */
export async function deliverPackage(place: string, name: string, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true })
  // Named by the package, not by the article: two exports of one article into one folder must not share it.
  const aside = join(directory, `.${basename(place)}.part`)
  const folder = join(directory, name)
  await rm(aside, { recursive: true, force: true })
  try {
    await cp(place, aside, { recursive: true })
    await syncTree(aside)
    await moveDurably(join(aside, name), folder)
    await moveOrTakeBack(join(aside, `${name}.zip`), `${folder}.zip`, folder)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return folder
}

/** When the second of two does not get through, the first goes as well. */
async function moveOrTakeBack(from: string, to: string, first: string): Promise<void> {
  try {
    await moveDurably(from, to)
  } catch (error) {
    await rm(first, { recursive: true, force: true })
    throw error
  }
}
