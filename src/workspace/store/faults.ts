import { type Failure, failure } from '#contract/failures.ts'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const faultsOfTheDisk: readonly (readonly [RegExp, (path: string, detail: string) => Failure])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, (path) => failure('disk-full', { path })],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/, (path) => failure('folder-read-only', { path })],
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    (path, detail) => failure('database-damaged', { path, detail, backup: null }),
  ],
  [
    /^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_NOMEM|SQLITE_BUSY|SQLITE_PROTOCOL|EIO|ENOENT|ENXIO|EBUSY|EMFILE|ENFILE)/,
    (path, detail) => failure('write-failed', { path, detail }),
  ],
]

/** The failure behind an error of the disk or of SQLite; undefined when it is a bug of ours. */
export function diskFault(error: unknown, path: string): Failure | undefined {
  const code = codeOf(error)
  const [, build] = faultsOfTheDisk.find(([pattern]) => pattern.test(code)) ?? []
  return build?.(path, `${code}: ${error instanceof Error ? error.message : ''}`)
}

/** The failure behind an error; a bug is thrown on. */
export function faultOrThrow(error: unknown, path: string): Failure {
  const fault = diskFault(error, path)
  if (fault === undefined) throw error
  return fault
}

/** The failure of making or listing a folder. */
export function folderFailure(error: unknown, path: string): Failure {
  if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'EEXIST') {
    return failure('folder-unsuitable', { path, reason: 'not-a-folder' })
  }
  return faultOrThrow(error, path)
}

const certain = /^(SQLITE_(FULL|READONLY|IOERR|CORRUPT|NOTADB)|ENOSPC|EDQUOT|EROFS|EIO)/

/**
 * The failure behind an error that nobody expected where it was thrown: only what surely is the disk's fault. The
 * path is the one the error or the store's writer put on it.
 */
export function thrownFault(error: unknown): Failure | undefined {
  if (!certain.test(codeOf(error))) return undefined
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  return diskFault(error, path)
}
