import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Failure, failure } from '#contract/failures.ts'
import type { BundleProblem } from '#domain/bundle-problems.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { checkEntries, expectedEntries } from '#formats/bundle/entries.ts'
import {
  type BundleManifest,
  type BundleSignature,
  bundleLimits,
  bundleSchema,
  manifestName,
  parseManifest,
  parseRecords,
  parseSignature,
  recordsName,
  signatureName,
  signedText,
} from '#formats/bundle/manifest.ts'
import { findDirectory, readDirectory } from '#formats/bundle/zip-directory.ts'
import { endLength, localHeader, placesOf, type ZipEntry } from '#formats/bundle/zip-layout.ts'
import { verifySignature } from '../records/signature.ts'
import { sha256Of } from './hashing.ts'

/** A bundle whose every byte fits its signed manifest. Who signed it is not judged yet. */
export type OpenedBundle = Readonly<{
  name: string
  bytes: number
  manifest: BundleManifest
  manifestText: string
  signature: BundleSignature
  records: readonly unknown[]
  /** An entry's bytes, checked again by their hash: the file may lie where others write. */
  read(entry: string): Promise<Buffer>
  /** Copies an entry into a new file. */
  extract(entry: string, path: string): Promise<void>
  close(): Promise<void>
}>

const longestDirectory = 16 * 1024 ** 2
const chunkLength = 1024 ** 2

/**
 * Opens a bundle and checks all of it before anything is believed: layout, names, the manifest's signature under the
 * key it names, then every entry's checksum and hash. The failure refuses the file as a whole (SAFE3).
 */
export async function openBundle(path: string, name: string): Promise<Result<OpenedBundle, Failure>> {
  const refuse = ({ reason, detail }: BundleProblem) =>
    fail(failure('bundle-refused', { name, reason, detail }))
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const opened = await openChecked(file, name)
    if (opened.ok) return opened
    await file.close()
    return 'schema' in opened.failure
      ? fail(failure('bundle-newer', { name, found: opened.failure.schema, supported: bundleSchema }))
      : refuse(opened.failure)
  } catch (error) {
    await file?.close().catch(() => undefined)
    if (error instanceof EntryWrong) return refuse({ reason: 'changed', detail: error.message })
    const detail = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (detail === '') throw error
    return fail(failure('file-unreadable', { name, detail }))
  }
}

type Refusal = BundleProblem | Readonly<{ reason: 'newer'; schema: number }>

async function openChecked(file: FileHandle, name: string): Promise<Result<OpenedBundle, Refusal>> {
  const { size } = await file.stat()
  const entries = await readEntries(file, size)
  if (!entries.ok) return entries
  const { offsets } = placesOf(entries.value)
  const places = new Map(
    entries.value.map((entry, index) => [entry.name, { entry, at: offsets[index] ?? 0 }]),
  )
  const textOf = async (entry: string, limit: number): Promise<Result<string, BundleProblem>> => {
    const place = places.get(entry)
    if (!place) return fail({ reason: 'entry-missing', detail: entry })
    if (place.entry.bytes > limit) return fail({ reason: 'too-large', detail: entry })
    return succeed((await readPlace(file, place)).toString('utf8'))
  }

  const manifestText = await textOf(manifestName, bundleLimits.manifest)
  if (!manifestText.ok) return manifestText
  const manifest = parseManifest(manifestText.value)
  if (!manifest.ok) return manifest
  const signatureText = await textOf(signatureName, bundleLimits.signature)
  if (!signatureText.ok) return signatureText
  const signature = parseSignature(signatureText.value)
  if (!signature.ok) return signature
  const { publicKey, signature: signed } = signature.value
  if (!verifySignature(publicKey, signedText(manifestText.value), signed)) {
    return fail({ reason: 'signature-wrong', detail: manifest.value.signerName })
  }
  const fits = checkEntries(entries.value, manifest.value)
  if (!fits.ok) return fits
  const hashes = new Map(expectedEntries(manifest.value).map(({ name: entry, sha256 }) => [entry, sha256]))
  for (const place of places.values()) await checkPlace(file, place, hashes.get(place.entry.name))
  const recordsText = await textOf(recordsName, bundleLimits.records)
  const records = recordsText.ok ? parseRecords(recordsText.value) : recordsText
  if (!records.ok) return records

  const placed = (entry: string) => {
    const place = places.get(entry)
    if (!place) throw new Error(`No entry ${entry}`)
    return { place, sha256: hashes.get(entry) }
  }
  return succeed({
    name,
    bytes: size,
    manifest: manifest.value,
    manifestText: manifestText.value,
    signature: signature.value,
    records: records.value,
    async read(entry) {
      const { place, sha256 } = placed(entry)
      const bytes = await readPlace(file, place)
      if (sha256 !== undefined && sha256 !== sha256Of(bytes)) throw new EntryWrong(entry)
      return bytes
    },
    async extract(entry, path) {
      const { place, sha256 } = placed(entry)
      const target = await open(path, 'wx', 0o600)
      try {
        const hash = createHash('sha256')
        for await (const chunk of chunksOf(file, place)) {
          hash.update(chunk)
          await target.appendFile(chunk)
        }
        if (sha256 !== hash.digest('hex')) throw new EntryWrong(entry)
      } finally {
        await target.close()
      }
    },
    close: () => file.close(),
  })
}

/** An entry's bytes are not what its checksum, its hash or its header says. */
class EntryWrong extends Error {}

type Place = Readonly<{ entry: ZipEntry; at: number }>

async function readEntries(
  file: FileHandle,
  size: number,
): Promise<Result<readonly ZipEntry[], BundleProblem>> {
  const head = await readAt(file, 0, Math.min(4, size))
  const end = await readAt(file, Math.max(0, size - endLength), Math.min(endLength, size))
  const place = findDirectory(head, end, size)
  if (!place.ok) return place
  if (place.value.bytes > longestDirectory) return fail({ reason: 'too-large', detail: 'directory' })
  const directory = await readAt(file, place.value.offset, size - place.value.offset)
  const entries = readDirectory(directory, place.value)
  if (!entries.ok) return entries
  return placesOf(entries.value).directory === place.value.offset
    ? entries
    : fail({ reason: 'changed', detail: 'layout' })
}

async function checkPlace(file: FileHandle, place: Place, sha256: string | undefined): Promise<void> {
  const header = Buffer.from(localHeader(place.entry))
  if (!header.equals(await readAt(file, place.at, header.length))) throw new EntryWrong(place.entry.name)
  const hash = createHash('sha256')
  let sum = 0
  for await (const chunk of chunksOf(file, place)) {
    hash.update(chunk)
    sum = crc32(chunk, sum)
  }
  if (sum !== place.entry.crc32) throw new EntryWrong(place.entry.name)
  if (sha256 !== undefined && hash.digest('hex') !== sha256) throw new EntryWrong(place.entry.name)
}

async function readPlace(file: FileHandle, { entry, at }: Place): Promise<Buffer> {
  return readAt(file, at + localHeader(entry).length, entry.bytes)
}

async function* chunksOf(file: FileHandle, { entry, at }: Place): AsyncGenerator<Buffer> {
  const begin = at + localHeader(entry).length
  for (let done = 0; done < entry.bytes; done += chunkLength) {
    yield await readAt(file, begin + done, Math.min(chunkLength, entry.bytes - done))
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) throw new EntryWrong('end')
    at += bytesRead
  }
  return bytes
}
