import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { makeFolder } from '#tests/workspace/make-store.ts'

type HostileEntry = Readonly<{ path: string; content: Buffer; mode?: number; compress?: boolean }>

/** A zip of any entries, also such as no package has. */
export async function writeHostileZip(entries: readonly HostileEntry[]): Promise<string> {
  const path = join(makeFolder(), 'thu-nghiem.zip')
  const zip = new ZipFile()
  for (const { path: entry, content, mode = 0o100644, compress = false } of entries) {
    zip.addBuffer(content, entry, { mode, compress })
  }
  zip.end()
  await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(path))
  return path
}
