import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspaceEvent } from '#contract/events.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ReportBug } from './bugs.ts'
import type { Clock } from './clock.ts'
import type { WriteHandle } from './database.ts'
import { openForReading, removeDatabase } from './database.ts'
import { settleDevice } from './device.ts'
import { removeEndpoint } from './endpoint.ts'
import { faultOrThrow } from './faults.ts'
import { checkFolderSuits, foreignEntries, makeFolder } from './folder.ts'
import { createDatabase, openDatabase } from './open-database.ts'
import { type OwnerLock, takeOwnerLock } from './owner-lock.ts'
import type { WorkspacePaths } from './paths.ts'
import { finishRestore, isRestoring } from './restoration.ts'
import { composeStore, type Store } from './store.ts'

export type OpenOptions = Readonly<{
  /** `open` refuses a folder that is no workspace yet; `either` (the default) makes one in an empty folder. */
  mode?: 'open' | 'either'
  /** Hears `storeFails` and `storeWorks`. */
  report?: (event: WorkspaceEvent) => void
  /** Hears of bugs in what is told of commits; standard error hears of them otherwise. */
  reportBug?: ReportBug
}>

type Reports = Readonly<{ report: (event: WorkspaceEvent) => void; reportBug: ReportBug | undefined }>

/** Opens a workspace's store, or makes one; on a failure everything is as it was before. */
export function openStore(
  paths: WorkspacePaths,
  clock: Clock,
  options: OpenOptions = {},
): Result<Store, Failure> {
  const suits = checkFolderSuits(paths.root)
  if (!suits.ok) return suits
  if (options.mode === 'open' && !isThere(paths)) {
    return fail(failure('not-a-workspace', { path: paths.root }))
  }
  const made = makeFolder(paths.root)
  if (!made.ok) return made
  const { report = () => {}, reportBug } = options
  const opened = openInFolder(paths, clock, { report, reportBug })
  if (!opened.ok && made.value) removeIfEmpty(paths.root)
  return opened
}

function openInFolder(paths: WorkspacePaths, clock: Clock, reports: Reports): Result<Store, Failure> {
  const refusal = refusalOf(paths)
  if (refusal) return fail(refusal)
  const lock = takeOwnerLock(paths.ownerLock, paths.root)
  if (!lock.ok) return lock
  // asked only now: before the lock was ours, another owner may have founded a workspace here
  const traces = isThere(paths) ? undefined : foldersOf(paths).filter((folder) => !existsSync(folder))
  let opened: Result<Store, Failure> | undefined
  try {
    opened = openOwned(paths, clock, reports, lock.value.release)
    return opened
  } finally {
    if (!opened?.ok) leave(paths, lock.value, traces)
  }
}

/** What this run made of a new workspace goes while the lock is held; nobody else can have founded one by then. */
function leave(paths: WorkspacePaths, lock: OwnerLock, traces: readonly string[] | undefined): void {
  if (traces !== undefined) {
    removeDatabase(paths.database)
    for (const folder of traces) rmSync(folder, { recursive: true, force: true })
    removeLockFile(paths.ownerLock)
  }
  lock.release()
}

/** Windows keeps a file that is open: the empty lock file stays there, and is no workspace. */
function removeLockFile(path: string): void {
  if (process.platform !== 'win32') rmSync(path, { force: true })
}

/** Not if anything lies in it by now: it would be somebody else's. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    return
  }
}

function openOwned(
  paths: WorkspacePaths,
  clock: Clock,
  reports: Reports,
  release: () => void,
): Result<Store, Failure> {
  try {
    // At once: whoever finds the workspace in use from now on must not be sent where a killed owner was.
    removeEndpoint(paths)
    finishRestore(paths)
    if (!existsSync(paths.database)) createDatabase(paths.database)
    prepareFolders(paths)
    const opened = openDatabase(paths, clock)
    return opened.ok ? succeed(compose(opened.value, paths, reports, release)) : opened
  } catch (error) {
    return fail(faultOrThrow(error, paths.root))
  }
}

function compose(write: WriteHandle, paths: WorkspacePaths, reports: Reports, release: () => void): Store {
  try {
    const device = settleDevice(write, paths)
    return composeStore({ write, read: openForReading(paths.database), device, ...reports, release })
  } catch (error) {
    write.close()
    throw error
  }
}

function refusalOf(paths: WorkspacePaths): Failure | undefined {
  try {
    accessSync(paths.root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    return faultOrThrow(error, paths.root)
  }
  const ours = ['owner.lock', 'workspace.sqlite.new']
  if (isThere(paths) || foreignEntries(paths.root, ours).length === 0) return undefined
  return failure('folder-unsuitable', { path: paths.root, reason: 'not-empty' })
}

/** Half copies that a killed owner left belong to nobody. */
function prepareFolders(paths: WorkspacePaths): void {
  rmSync(paths.temporary, { recursive: true, force: true })
  for (const folder of foldersOf(paths)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(paths.backups)) {
    if (/\.new(-journal|-wal|-shm)?$/.test(name)) rmSync(join(paths.backups, name))
  }
}

function foldersOf(paths: WorkspacePaths): readonly string[] {
  return [paths.assets, paths.temporary, paths.keys, paths.backups, paths.packages]
}

/** Between the two renames of a restore the database has no name, and the workspace is there all the same. */
function isThere(paths: WorkspacePaths): boolean {
  return existsSync(paths.database) || isRestoring(paths)
}
