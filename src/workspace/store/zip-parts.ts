import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { PackageParts } from '#formats/docx/package-parts.ts'

type ZipLimits = Readonly<{
  entries: number
  /** Bytes of all wanted parts together, unpacked. */
  bytes: number
  /** Bytes of one XML part, unpacked. */
  xmlBytes: number
}>
export const zipLimits: ZipLimits = {
  entries: 10_000,
  bytes: 400 * 1024 * 1024,
  xmlBytes: 64 * 1024 * 1024,
}

const wanted = /\.(xml|rels|jpe?g|png|gif|webp|heic)$/i
const xml = /\.(xml|rels)$/i

function damaged(detail: string): Readonly<{ ok: false; failure: ReadFailure }> {
  return fail({ code: 'format-damaged', detail, line: null })
}

async function listEntries(zip: ZipFile, limit: number): Promise<readonly Entry[] | undefined> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limit) return undefined
    entries.push(entry)
  }
  return entries
}

/** yauzl stops a stream that unpacks to more or less than its entry declares: a bomb cannot hide its size. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== entry.crc32) throw new Error(`${entry.fileName}: checksum`)
  return bytes
}

function oversized(entries: readonly Entry[], limits: ZipLimits): ReadFailure | undefined {
  const bytes = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (bytes > limits.bytes) return { code: 'file-too-large', bytes, limit: limits.bytes }
  const part = entries.find((entry) => xml.test(entry.fileName) && entry.uncompressedSize > limits.xmlBytes)
  return part && { code: 'file-too-large', bytes: part.uncompressedSize, limit: limits.xmlBytes }
}

async function readParts(zip: ZipFile, limits: ZipLimits): Promise<Result<PackageParts, ReadFailure>> {
  const listed = await listEntries(zip, limits.entries)
  if (!listed) return fail({ code: 'file-too-large', bytes: zip.fileSize, limit: limits.entries })
  const entries = listed.filter((entry) => wanted.test(entry.fileName))
  if (entries.some((entry) => entry.isEncrypted())) return fail({ code: 'file-encrypted' })
  const tooLarge = oversized(entries, limits)
  if (tooLarge) return fail(tooLarge)
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) parts.set(entry.fileName, await readEntry(zip, entry))
  return succeed(parts)
}

/** Unpacks the XML and picture parts of an office file, within limits that are judged before unpacking. */
export async function readZipParts(
  bytes: Uint8Array,
  limits: ZipLimits = zipLimits,
): Promise<Result<PackageParts, ReadFailure>> {
  let zip: ZipFile | undefined
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return await readParts(zip, limits)
  } catch (error) {
    return damaged(error instanceof Error ? error.message : String(error))
  } finally {
    zip?.close()
  }
}
