/**
 * The one way a bundle's zip is written: entries stored one after the other (never compressed, so that nothing can
 * unpack to more than the file's own size), one date, one mode, no extra fields, no comment. A file that differs from
 * this layout by one byte is not ours. Sizes and offsets are bytes; everything is below 4 GiB (no zip64).
 */
export type ZipEntry = Readonly<{
  name: string
  /** CRC-32 of the bytes, as zip asks for. */
  crc32: number
  bytes: number
}>

export const longestZip = 0xffff_ffff - 1
export const mostZipEntries = 60_000
export const endLength = 22

const localSignature = 0x0403_4b50
const centralSignature = 0x0201_4b50
const endSignature = 0x0605_4b50
const localLength = 30
const centralLength = 46
/** Names are UTF-8. */
const flags = 0x0800
const version = 20
/** Made on Unix, so that the mode below counts. */
const madeBy = (3 << 8) | version
/** 1980-01-01, the first day a zip can say. */
const firstDay = 0x21
const mode = (0o100644 << 16) >>> 0

/** What stands before an entry's bytes. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name)
  const header = fields(localLength + name.length)
  header.long(localSignature).short(version)
  writeFacts(header, entry, name.length)
  return header.tail(name)
}

/** Where each entry's local header begins, and where the directory does. */
export function placesOf(entries: readonly ZipEntry[]): Readonly<{ offsets: number[]; directory: number }> {
  let at = 0
  const offsets = entries.map((entry) => {
    const offset = at
    at += localHeaderLength(entry) + entry.bytes
    return offset
  })
  return { offsets, directory: at }
}

export function localHeaderLength({ name }: ZipEntry): number {
  return localLength + new TextEncoder().encode(name).length
}

/** The directory and the end record: all that stands after the last entry's bytes. */
export function directoryOf(entries: readonly ZipEntry[]): Uint8Array {
  const { offsets, directory } = placesOf(entries)
  const heads = entries.map((entry, index) => centralHeader(entry, offsets[index] ?? 0))
  const size = heads.reduce((sum, head) => sum + head.length, 0)
  const end = fields(endLength)
    .long(endSignature)
    .short(0)
    .short(0)
    .short(entries.length)
    .short(entries.length)
    .long(size)
    .long(directory)
    .short(0)
    .tail(new Uint8Array())
  return joined([...heads, end])
}

function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name)
  const header = fields(centralLength + name.length)
  header.long(centralSignature).short(madeBy).short(version)
  writeFacts(header, entry, name.length)
  return header.short(0).short(0).short(0).long(mode).long(offset).tail(name)
}

function writeFacts(header: Fields, { crc32, bytes }: ZipEntry, nameLength: number): void {
  header.short(flags).short(0).short(0).short(firstDay).long(crc32).long(bytes).long(bytes)
  header.short(nameLength).short(0)
}

type Fields = Readonly<{
  short(value: number): Fields
  long(value: number): Fields
  tail(bytes: Uint8Array): Uint8Array
}>

/** Writes little-endian numbers one after the other. */
function fields(length: number): Fields {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  const writer: Fields = {
    short(value) {
      view.setUint16(at, value, true)
      at += 2
      return writer
    },
    long(value) {
      view.setUint32(at, value, true)
      at += 4
      return writer
    },
    tail(rest) {
      bytes.set(rest, at)
      return bytes
    },
  }
  return writer
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const zipSignatures = { local: localSignature, central: centralSignature, end: endSignature } as const
export const centralHeaderLength = centralLength
