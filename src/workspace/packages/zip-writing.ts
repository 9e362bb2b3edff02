import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type ZipEntry = Readonly<{ path: string; bytes: Buffer }>

/**
 * A zip that depends on names and bytes alone (SAME1): in the order given, stored and not deflated (what
 * deflate makes differs by machine, and pictures are compressed already), one date, one mode. The date is made
 * in local time because that is how the library reads it back: every zone writes 1980-01-01 00:00.
 */
export function zipOf(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile()
  for (const { path, bytes } of entries) {
    zip.addBuffer(bytes, path, {
      compress: false,
      mtime: new Date(1980, 0, 1),
      mode: 0o100644,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  return zip.outputStream as Readable
}
