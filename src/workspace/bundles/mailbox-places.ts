import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { MailboxPlace } from '#contract/bundles.ts'
import { isSyncedPath } from '../store/folder.ts'
import { isNetworkMount, parseLinuxMounts } from '../store/mounts.ts'

/**
 * Folders on this machine that others may see too: those a cloud client keeps in step, shares, sticks. A window
 * chooses one by its id and names no path (SEC2).
 */
export function mailboxPlaces(home = homedir()): readonly MailboxPlace[] {
  const found = [...syncedFolders(home), ...mountedFolders()]
  return found.map((place) => ({ ...place, id: placeId(place.path) }))
}

export function placeId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32)
}

type Place = Omit<MailboxPlace, 'id'>

function syncedFolders(home: string): readonly Place[] {
  const named = ['OneDrive', 'OneDriveCommercial'].flatMap((name) => process.env[name] ?? [])
  const below = foldersIn(home).filter((path) => isSyncedPath(path, {}))
  return [...new Set([...named, ...below])].filter(isFolder).map((path) => ({ path, kind: 'synced' }))
}

/** Shares and sticks, where the system says what is mounted. */
function mountedFolders(): readonly Place[] {
  if (process.platform === 'linux') {
    return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8')).flatMap((mount): Place[] => {
      if (isNetworkMount(mount)) return [{ path: mount.at, kind: 'share' }]
      return /^\/(media|run\/media)\//.test(mount.at) ? [{ path: mount.at, kind: 'drive' }] : []
    })
  }
  if (process.platform === 'darwin') return foldersIn('/Volumes').map((path) => ({ path, kind: 'drive' }))
  // drive letters behind C: are sticks and mapped shares
  return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
    .map((letter) => `${letter}:\\`)
    .filter(existsSync)
    .map((path) => ({ path, kind: 'drive' }))
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
