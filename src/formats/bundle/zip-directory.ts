import type { BundleProblem } from '#domain/bundle-problems.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import {
  centralHeaderLength,
  directoryOf,
  endLength,
  longestZip,
  mostZipEntries,
  type ZipEntry,
  zipSignatures,
} from './zip-layout.ts'

/** Where the directory of a zip lies, as its last 22 bytes say it. */
export type DirectoryPlace = Readonly<{ offset: number; bytes: number; entries: number }>

/**
 * Reads the end record. `head` is the file's first bytes (4 at least), `end` its last 22, `size` its length in bytes.
 * A file that begins as a zip and does not end as one was cut, or is still being copied.
 */
export function findDirectory(
  head: Uint8Array,
  end: Uint8Array,
  size: number,
): Result<DirectoryPlace, BundleProblem> {
  if (size > longestZip) return fail({ reason: 'too-large', detail: String(size) })
  if (head.length < 4 || viewOf(head).getUint32(0, true) !== zipSignatures.local) {
    return fail({ reason: 'not-a-bundle', detail: '' })
  }
  const view = viewOf(end)
  if (end.length < endLength || view.getUint32(0, true) !== zipSignatures.end) {
    return fail({ reason: 'cut', detail: '' })
  }
  const place = {
    entries: view.getUint16(10, true),
    bytes: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  }
  if (place.entries > mostZipEntries) return fail({ reason: 'too-large', detail: String(place.entries) })
  if (place.offset + place.bytes + endLength !== size) return fail({ reason: 'changed', detail: 'directory' })
  return succeed(place)
}

/**
 * Reads the directory: `bytes` are those from its place to the end of the file. The entries it names make one layout
 * only, and that layout must be these bytes. What is wrong with a name or a method is said before that.
 */
export function readDirectory(
  bytes: Uint8Array,
  place: DirectoryPlace,
): Result<readonly ZipEntry[], BundleProblem> {
  const read = readEntries(bytes, place)
  if (!read.ok) return read
  const expected = directoryOf(read.value)
  return isSame(expected, bytes) ? read : fail({ reason: 'changed', detail: 'directory' })
}

function readEntries(
  bytes: Uint8Array,
  { entries: count }: DirectoryPlace,
): Result<readonly ZipEntry[], BundleProblem> {
  const view = viewOf(bytes)
  const names = new Set<string>()
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + centralHeaderLength > bytes.length || view.getUint32(at, true) !== zipSignatures.central) {
      return fail({ reason: 'changed', detail: 'directory' })
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = nameOf(bytes.subarray(at + centralHeaderLength, at + centralHeaderLength + nameLength))
    const method = view.getUint16(at + 10, true)
    const problem = entryProblem(name, method, names)
    if (problem) return fail(problem)
    names.add(name)
    entries.push({ name, crc32: view.getUint32(at + 16, true), bytes: view.getUint32(at + 24, true) })
    at += centralHeaderLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return succeed(entries)
}

function entryProblem(name: string, method: number, known: ReadonlySet<string>): BundleProblem | undefined {
  if (isUnsafeName(name)) return { reason: 'path-unsafe', detail: name.slice(0, 200) }
  if (known.has(name)) return { reason: 'duplicate', detail: name }
  if (method !== 0) return { reason: 'compressed', detail: name }
  return undefined
}

/** Names outside the archive's own folder, absolute ones, those of another system, and folders. */
function isUnsafeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (name === '' || name.length > 200 || /[\\:\u0000-\u001f\ufffd]/.test(name)) return true
  return name.split('/').some((part) => part === '' || part === '.' || part === '..')
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
