import { mkdir, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { largestStickFile, stickName, stickPaths } from '#domain/stick-names.ts'
import {
  copyDurably,
  errorCode,
  flushFile,
  flushFolder,
  moveDurably,
} from '#workspace/store/durable-files.ts'
import { sameBytes } from './same-bytes.ts'

/** A file of a set on its way to a stick. */
export type StickFile = Readonly<{ source: string; name: string; bytes: number }>

export type StickWriting = Readonly<{
  /** The folder whose files go; its own name is no part of theirs. */
  from: string
  /** The stick, or a folder of it. */
  directory: string
  /** Of the folder on the stick. */
  name: string
  signal: AbortSignal
  progress: (fraction: number) => void
}>

/** Every file begins a cluster of its own. */
const cluster = 64 * 1024
export const runSheetName = 'run-sheet.csv'

/**
 * Writes all files of a folder to a stick: the room is looked at first, each file is flushed, read back and compared,
 * and only a whole set gets its final name. Answers the folder there.
 */
export async function writeToStick(writing: StickWriting): Promise<Result<string, Failure>> {
  const { directory, signal } = writing
  const name = stickName(writing.name)
  const folder = join(directory, name)
  const files = await filesOf(writing.from)
  const refused = await refusal(files, directory, folder)
  if (refused) return fail(refused)
  const aside = join(directory, `${name}.part`)
  try {
    await rm(aside, { recursive: true, force: true })
    const differing = await writeAside(files, aside, writing)
    if (differing !== undefined) return fail(failure('usb-differs', { path: directory, name: differing }))
    signal.throwIfAborted()
    await moveDurably(aside, folder)
    return succeed(folder)
  } catch (error) {
    if (isGone(error)) return fail(failure('usb-gone', { path: directory }))
    throw error
  } finally {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** What a stick says that is not there any more, or not as it was. */
function isGone(error: unknown): boolean {
  return /^(?:ENOENT|EIO|ENODEV|ENXIO|EROFS|ENOTCONN|EBADF|ESTALE)$/.test(errorCode(error) ?? '')
}

async function filesOf(from: string): Promise<readonly StickFile[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  sources.sort((left, right) => (left < right ? -1 : 1))
  const names = stickPaths(sources.map((source) => relative(from, source)))
  return Promise.all(
    sources.map(async (source) => ({
      source,
      name: names.get(relative(from, source)) ?? stickName(source),
      bytes: (await stat(source)).size,
    })),
  )
}

async function refusal(
  files: readonly StickFile[],
  directory: string,
  folder: string,
): Promise<Failure | undefined> {
  const large = files.find(({ bytes }) => bytes > largestStickFile)
  if (large) {
    return failure('usb-file-too-large', { name: large.name, bytes: large.bytes, limit: largestStickFile })
  }
  const space = await statfs(directory).catch(() => undefined)
  if (!space) return failure('usb-gone', { path: directory })
  if (await stat(folder).catch(() => undefined)) return failure('target-exists', { path: folder })
  const needs = files.reduce((sum, { bytes }) => sum + bytes + cluster, 2 * cluster)
  const free = space.bavail * space.bsize
  return needs > free ? failure('usb-full', { path: directory, needs, free }) : undefined
}

/** Writes and compares all; answers the name of the first file that reads back otherwise. */
async function writeAside(
  files: readonly StickFile[],
  aside: string,
  { directory, signal, progress }: StickWriting,
): Promise<string | undefined> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const folders = new Set([aside, ...files.map(({ name }) => dirname(join(aside, name)))])
  // not recursive: a stick that is gone must not come back as a folder of the disk below it
  await stat(directory)
  for (const folder of [...folders].sort()) await makeInside(folder, aside)
  const hashes: string[] = []
  let before = 0
  for (const { source, name, bytes } of files) {
    const done = before
    const { hash } = await copyDurably(source, join(aside, name), signal, (copied) =>
      progress((done + copied) / (2 * total + 1)),
    )
    hashes.push(hash)
    before += bytes
  }
  if (!files.some(({ name }) => name === runSheetName)) await writeList(files, hashes, aside)
  for (const folder of folders) await flushFolder(folder)
  let compared = 0
  for (const { source, name, bytes } of files) {
    signal.throwIfAborted()
    if (!(await sameBytes(source, join(aside, name)))) return name
    compared += bytes
    progress((total + compared) / (2 * total + 1))
  }
  return undefined
}

async function makeInside(folder: string, aside: string): Promise<void> {
  if (folder === aside) await mkdir(folder)
  else await mkdir(folder, { recursive: true })
}

/** What is on the stick, for whoever stands at the player: UTF-8 with a byte order mark, as Excel reads it. */
async function writeList(
  files: readonly StickFile[],
  hashes: readonly string[],
  aside: string,
): Promise<void> {
  const rows = files.map(({ name, bytes }, at) => `${at + 1},${name},${bytes},${hashes[at] ?? ''}`)
  const path = join(aside, runSheetName)
  await writeFile(path, `\ufefforder,file,bytes,sha256\r\n${rows.map((row) => `${row}\r\n`).join('')}`, {
    flag: 'wx',
  })
  await flushFile(path)
}
