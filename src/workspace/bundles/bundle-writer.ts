import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import {
  directoryOf,
  localHeader,
  longestZip,
  mostZipEntries,
  type ZipEntry,
} from '#formats/bundle/zip-layout.ts'

/** Writes a bundle's zip from front to back; nothing of it is held in memory but its directory. */
export type BundleWriter = Readonly<{
  add(name: string, bytes: Uint8Array): Promise<void>
  /** A file whose SHA-256 is known; answers its length, or undefined when its bytes are others now. */
  addFile(name: string, path: string, sha256: string): Promise<number | undefined>
  has(name: string): boolean
  /** Directory written, bytes on disk, file closed; answers its length. */
  finish(): Promise<number>
  close(): Promise<void>
}>

/** The bundle would be larger than its form allows. */
export class BundleTooLarge extends Error {
  readonly bytes: number
  constructor(bytes: number) {
    super('bundle over its limit')
    this.bytes = bytes
  }
}

/**
 * Makes a new file at `path`; one that is there already is an error (EEXIST). `mayGoOn` is asked before each piece: what
 * it throws ends the writing.
 */
export async function openBundleWriter(
  path: string,
  mayGoOn: () => void = () => undefined,
): Promise<BundleWriter> {
  const file = await open(path, 'wx', 0o644)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let written = 0

  async function write(bytes: Uint8Array): Promise<void> {
    mayGoOn()
    if (written + bytes.length > longestZip) throw new BundleTooLarge(written + bytes.length)
    await writeWhole(file, bytes)
    written += bytes.length
  }

  async function begin(entry: ZipEntry): Promise<void> {
    if (entries.length >= mostZipEntries) throw new BundleTooLarge(written)
    if (written + entry.bytes > longestZip) throw new BundleTooLarge(written + entry.bytes)
    entries.push(entry)
    names.add(entry.name)
    await write(localHeader(entry))
  }

  return {
    has: (name) => names.has(name),
    async add(name, bytes) {
      await begin({ name, crc32: crc32(bytes), bytes: bytes.length })
      await write(bytes)
    },
    async addFile(name, path, sha256) {
      const found = await measure(path)
      if (found.sha256 !== sha256) return undefined
      await begin({ name, crc32: found.crc32, bytes: found.bytes })
      for await (const chunk of createReadStream(path)) await write(chunk as Buffer)
      return found.bytes
    },
    async finish() {
      await write(directoryOf(entries))
      await file.sync()
      await file.close()
      return written
    },
    close: () => file.close(),
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length) at += (await file.write(bytes, at)).bytesWritten
}

async function measure(path: string): Promise<Readonly<{ sha256: string; crc32: number; bytes: number }>> {
  const hash = createHash('sha256')
  let [sum, bytes] = [0, 0]
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    sum = crc32(chunk as Buffer, sum)
    bytes += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), crc32: sum, bytes }
}
