import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Writes aside, fsyncs, renames and fsyncs the folder: a reader sees the old file or the new one, whole. */
export function writeDurablySync(path: string, content: string, mode: number): void {
  const aside = `${path}.new`
  rmSync(aside, { force: true })
  const file = openSync(aside, 'wx', mode)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  moveDurablySync(aside, path)
}

/** A rename that a power cut cannot take back. */
export function moveDurablySync(from: string, to: string): void {
  renameSync(from, to)
  flushFolderSync(dirname(to))
}

export function flushFileSync(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Windows cannot open a folder; NTFS journals names itself. */
export function flushFolderSync(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** A file's text, or undefined when it is not there. */
export function readSmallFile(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
