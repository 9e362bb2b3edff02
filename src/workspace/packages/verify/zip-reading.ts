import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { hashFile } from '#workspace/store/durable-files.ts'
import { zipOf } from '../zip-writing.ts'
import { problem } from './problem.ts'
import { type Collector, createCollector, type PackageSource } from './source-collecting.ts'

/**
 * Reads a zipped package. Sizes are enforced while reading, whatever the entries claim. A zip made here follows
 * from its files alone, so one that differs from it was changed between the files, where no hash would tell.
 */
export async function readZip(path: string): Promise<PackageSource> {
  const collector = createCollector()
  try {
    await readEntries(path, collector)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    collector.problems.push(problem('zipDamaged', basename(path), detail))
    return collector
  }
  if (collector.problems.length === 0 && !(await isOurZip(path, collector))) {
    collector.problems.push(problem('zipRepacked', basename(path)))
  }
  return collector
}

async function readEntries(path: string, collector: Collector): Promise<void> {
  const zip = await openPromise(path, { strictFileNames: true, autoClose: false })
  try {
    for await (const entry of zip.eachEntry()) await readEntry(zip, entry, collector)
  } finally {
    zip.close()
  }
}

const linkType = 0o120000
const typeMask = 0o170000

async function readEntry(zip: ZipFile, entry: Entry, collector: Collector): Promise<void> {
  const { fileName, uncompressedSize, externalFileAttributes } = entry
  if (fileName.endsWith('/')) return
  if (((externalFileAttributes >>> 16) & typeMask) === linkType) {
    collector.problems.push(problem('pathUnsafe', fileName))
    return
  }
  if (!collector.admit(fileName, uncompressedSize)) return
  collector.files.set(fileName, await readWhole(await zip.openReadStreamPromise(entry)))
}

/** The library ends the stream with an error as soon as more bytes come than the entry claims. */
async function readWhole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function isOurZip(path: string, { files }: Collector): Promise<boolean> {
  const hash = createHash('sha256')
  const entries = [...files].map(([entry, bytes]) => ({ path: entry, bytes }))
  for (const part of zipOf(entries)) hash.update(part)
  return hash.digest('hex') === (await hashFile(path)).hash
}
