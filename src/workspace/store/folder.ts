import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { folderFailure } from './faults.ts'
import { isNetworkMount, type Mount, mountOf, parseLinuxMounts, parseMacMounts } from './mounts.ts'

const syncedNames =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive-.+|my drive|drive của tôi|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|box sync|pcloud ?drive|nextcloud|owncloud|mega ?sync|yandex\.disk)$/i

/**
 * Refuses a home where SQLite's locks do not hold (a network share) or where another program rewrites files
 * behind its back (a synced folder).
 */
export function checkFolderSuits(folder: string): Result<null, Failure> {
  const path = realPathOf(folder)
  if (existsSync(path) && !statSync(path).isDirectory()) return unsuitable(folder, 'not-a-folder')
  if (isNetworkPath(path)) return unsuitable(folder, 'network')
  if (isSyncedPath(path)) return unsuitable(folder, 'synced')
  return succeed(null)
}

/** True when a path lies in a folder that a cloud client keeps in step. */
export function isSyncedPath(path: string, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (path.split(/[/\\]/).some((name) => syncedNames.test(name.normalize('NFC')))) return true
  const homes = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].map((name) => environment[name])
  return homes.some((home) => home !== undefined && home !== '' && isInside(path, home))
}

/** True for a UNC path (`\\server\share`) and for a mount of a network kind. */
export function isNetworkPath(path: string, mounts: readonly Mount[] = readMounts()): boolean {
  return /^\\\\(?![?.]\\[a-z]:)/i.test(path) || isNetworkMount(mountOf(mounts, path))
}

/** Makes a folder and says whether it was new. */
export function makeFolder(path: string): Result<boolean, Failure> {
  if (existsSync(path)) return succeed(false)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return succeed(true)
  } catch (error) {
    return fail(folderFailure(error, path))
  }
}

/** What lies in a folder besides what a broken start of ours may have left. */
export function foreignEntries(folder: string, ours: readonly string[]): readonly string[] {
  return readdirSync(folder).filter((name) => !ours.some((prefix) => name.startsWith(prefix)))
}

function unsuitable(path: string, reason: 'network' | 'synced' | 'not-a-folder'): Result<null, Failure> {
  return fail(failure('folder-unsuitable', { path, reason }))
}

function isInside(path: string, home: string): boolean {
  const [lower, base] = [path.toLowerCase(), home.toLowerCase()]
  return lower === base || lower.startsWith(`${base}/`) || lower.startsWith(`${base}\\`)
}

/** The real path of the nearest part that exists, with the rest behind it: links into a share are seen through. */
function realPathOf(folder: string): string {
  const path = resolve(folder)
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(realPathOf(above), path.slice(above.length))
}

function readMounts(): readonly Mount[] {
  if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'))
  if (process.platform !== 'darwin') return []
  return parseMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }))
}
