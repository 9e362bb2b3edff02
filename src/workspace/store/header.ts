import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { applicationId } from './database.ts'

/** What the first bytes of a file say, before SQLite touches it. */
export type FileKind = 'workspace' | 'stranger' | 'damaged'

/** SQLite's file format: the magic words at 0, the application id at 68. */
export function fileKind(path: string): FileKind {
  const header = readHeader(path)
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'damaged'
  return header.readUInt32BE(68) === applicationId ? 'workspace' : 'stranger'
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  if (!existsSync(path) || statSync(path).size < header.length) return header
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  return header
}
