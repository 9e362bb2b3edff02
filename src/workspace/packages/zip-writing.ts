import { crc32 } from 'node:zlib'

export type ZipEntry = Readonly<{ path: string; bytes: Buffer }>

const versionNeeded = 20
/** The format's version 6.3, made on Unix. */
const versionMadeBy = (3 << 8) | 63
const namesAreUtf8 = 1 << 11
/** 1980-01-01, the first day the format knows; midnight is zero. */
const firstDay = (1 << 5) | 1
const plainFile = 0o100644
const mostEntries = 0xffff
const mostBytes = 0xffff_ffff

/**
 * A zip that depends on names and bytes alone (SAME1), as the parts to be written one after another: in the order
 * given, stored and not deflated (what deflate makes differs by machine, and pictures are compressed already), one
 * date, one mode. The entries' bytes are not copied. Layout: PKWARE's APPNOTE 6.3.10, §4.3, without zip64.
 */
export function zipOf(entries: readonly ZipEntry[]): readonly Buffer[] {
  if (entries.length >= mostEntries) throw new RangeError('Too many files for a zip')
  const contents: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.path)
    const facts = entryFacts(name, entry.bytes)
    contents.push(localHeader(facts), name, entry.bytes)
    directory.push(directoryHeader(facts, offset), name)
    offset += 30 + name.length + entry.bytes.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  if (offset + size > mostBytes) throw new RangeError('Too many bytes for a zip')
  return [...contents, ...directory, directoryEnd(entries.length, size, offset)]
}

/** What both headers of an entry say, in the same order: from the version needed to the length of the extra field. */
function entryFacts(name: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(versionNeeded, 0)
  facts.writeUInt16LE(namesAreUtf8, 2)
  facts.writeUInt16LE(firstDay, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function localHeader(facts: Buffer): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts])
}

function directoryHeader(facts: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.write('PK\x01\x02', 'latin1')
  header.writeUInt16LE(versionMadeBy, 4)
  facts.copy(header, 6)
  header.writeUInt16LE(plainFile, 40)
  header.writeUInt32LE(offset, 42)
  return header
}

function directoryEnd(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
