import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { newestSchema } from './migrations.ts'
import { openStore } from './open-store.ts'
import { workspacePaths } from './paths.ts'

function makeWorkspace(): string {
  const folder = join(makeFolder(), 'workspace')
  makeStore({ folder }).close()
  return folder
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

function failureOf(folder: string, mode: 'open' | 'either' = 'either') {
  const opened = openStore(workspacePaths(folder), makeClock(), { mode })
  if (opened.ok) {
    opened.value.close()
    return undefined
  }
  return opened.failure
}

test('a new workspace is made in an empty folder and opens again as the same device', () => {
  const folder = join(makeFolder(), 'mới')
  const first = makeStore({ folder })
  first.close()
  const second = makeStore({ folder, mode: 'open' })
  expect(second.device).toBe(first.device)
  expect(second.workspaceId).toBe(first.workspaceId)
  expect(second.startedClean).toBe(true)
})

test('commits are asked to reach the disk and deleted text to be overwritten (SAFE1, SEC1)', () => {
  const store = makeStore()
  const pragmas = store.write((db) =>
    ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map((name) =>
      db.pragma(name, { simple: true }),
    ),
  )
  expect(pragmas).toEqual(['wal', 2, 1, 1])
})

test('what people write is readable by its user alone', () => {
  const folder = makeFolder()
  chmodSync(folder, 0o755)
  const store = makeStore({ folder })
  store.write((db) => db.exec("INSERT INTO preferences VALUES ('p', '{}')"))
  const { database } = workspacePaths(folder)
  expect([database, `${database}-wal`].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600])
})

test('a folder that is no workspace is refused and nothing is made in it', () => {
  const folder = makeFolder()
  expect(failureOf(folder, 'open')).toMatchObject({ code: 'not-a-workspace' })
  writeFileSync(join(folder, 'ảnh.jpg'), 'x')
  expect(failureOf(folder)).toMatchObject({ code: 'folder-unsuitable', facts: { reason: 'not-empty' } })
  expect(readdirSync(folder)).toEqual(['ảnh.jpg'])
})

test('a file in the place of the folder is refused', () => {
  const file = join(makeFolder(), 'file')
  writeFileSync(file, 'x')
  expect(failureOf(file)).toMatchObject({ code: 'folder-unsuitable', facts: { reason: 'not-a-folder' } })
})

test('a synced folder is refused before anything is made', () => {
  const folder = join(makeFolder(), 'OneDrive - Đài PTTH', 'tramtin')
  expect(failureOf(folder)).toMatchObject({ code: 'folder-unsuitable', facts: { reason: 'synced' } })
  expect(existsSync(folder)).toBe(false)
})

test('a second owner is refused while the first lives, in this process and in another', () => {
  const folder = makeWorkspace()
  const store = makeStore({ folder })
  expect(failureOf(folder)).toMatchObject({ code: 'workspace-in-use' })
  const program = `
    const { openStore } = await import('#workspace/store/open-store.ts')
    const { workspacePaths } = await import('#workspace/store/paths.ts')
    const opened = openStore(workspacePaths(process.argv[1]), { now: Date.now })
    process.stdout.write(opened.ok ? 'opened' : opened.failure.code)`
  const other = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program, folder], {
    encoding: 'utf8',
  })
  expect(other.stdout).toBe('workspace-in-use')
  store.close()
  expect(failureOf(folder)).toBeUndefined()
})

test('a database of another program is left as it is', () => {
  const folder = makeFolder()
  const db = new Database(workspacePaths(folder).database)
  db.exec('CREATE TABLE theirs (x)')
  db.close()
  expect(failureOf(folder)).toMatchObject({ code: 'not-a-workspace' })
  const after = new Database(workspacePaths(folder).database)
  expect(after.pragma('journal_mode', { simple: true })).toBe('delete')
  after.close()
})

test('a database of a newer program is refused and named as such', () => {
  const folder = makeWorkspace()
  const db = new Database(workspacePaths(folder).database)
  db.pragma(`user_version = ${newestSchema + 1}`)
  db.close()
  expect(failureOf(folder)).toMatchObject({
    code: 'database-newer',
    facts: { found: newestSchema + 1, supported: newestSchema },
  })
})

test('a damaged database is refused, kept, and the newest backup is named', () => {
  const folder = makeWorkspace()
  const { database, backups } = workspacePaths(folder)
  writeFileSync(join(backups, '2026-11-23T010203004Z.sqlite'), '')
  writeFileSync(join(backups, '2026-11-24T010203004Z.sqlite'), '')
  truncateSync(database, 300)
  expect(failureOf(folder)).toMatchObject({
    code: 'database-damaged',
    facts: { path: database, backup: '2026-11-24T010203004Z.sqlite' },
  })
  writeFileSync(database, 'không phải SQLite'.repeat(100))
  expect(failureOf(folder)).toMatchObject({ code: 'database-damaged' })
})

test('after an unclean exit the database is checked before it is used', () => {
  const folder = makeWorkspace()
  const { database } = workspacePaths(folder)
  const db = new Database(database)
  db.exec("UPDATE meta SET value = 'no' WHERE key = 'cleanExit'")
  db.exec("INSERT INTO preferences VALUES ('p', '{}')")
  const table = db.prepare<[], { rootpage: number }>(
    "SELECT rootpage FROM sqlite_master WHERE name = 'preferences'",
  )
  const page = table.get()?.rootpage ?? 0
  db.close()
  overwrite(database, (page - 1) * 4096, Buffer.alloc(64, 0xff))
  expect(failureOf(folder)).toMatchObject({ code: 'database-damaged' })
})

test('a copied workspace takes a new device id and keeps its workspace id', () => {
  const folder = makeWorkspace()
  const original = makeStore({ folder })
  original.close()
  const copied = `${folder}-copy`
  cpSync(folder, copied, { recursive: true, preserveTimestamps: true })
  const copy = makeStore({ folder: copied })
  expect(copy.device).not.toBe(original.device)
  expect(copy.workspaceId).toBe(original.workspaceId)
})

test('an older database put back by hand over the newer one takes a new device id', () => {
  const folder = makeWorkspace()
  const { database } = workspacePaths(folder)
  const older = `${folder}-older.sqlite`
  cpSync(database, older)
  const newer = makeStore({ folder })
  newer.close()
  spawnSync('cp', [older, database])
  expect(makeStore({ folder }).device).not.toBe(newer.device)
})

test('a folder without leave to write is its own failure', () => {
  const folder = makeWorkspace()
  const program = `
    const { openStore } = await import('#workspace/store/open-store.ts')
    const { workspacePaths } = await import('#workspace/store/paths.ts')
    if (process.getuid() === 0) process.setuid(65534)
    const opened = openStore(workspacePaths(process.argv[1]), { now: Date.now })
    process.stdout.write(opened.ok ? 'opened' : opened.failure.code)`
  chmodSync(folder, 0o555)
  chmodSync(join(folder, '..'), 0o755)
  const other = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program, folder], {
    encoding: 'utf8',
  })
  chmodSync(folder, 0o755)
  expect(other.stderr).toBe('')
  expect(other.stdout).toBe('folder-read-only')
})

test('when a new workspace cannot be written whole, nothing of it is left', () => {
  const folder = join(makeFolder(), 'mới')
  const program = `
    const { openStore } = await import('#workspace/store/open-store.ts')
    const { workspacePaths } = await import('#workspace/store/paths.ts')
    const opened = openStore(workspacePaths(process.argv[1]), { now: Date.now })
    process.stdout.write(opened.ok ? 'opened' : opened.failure.code)`
  const limited = 'trap "" XFSZ; ulimit -f 32; exec "$0" --input-type=module-typescript -e "$1" "$2"'
  const other = spawnSync('sh', ['-c', limited, process.execPath, program, folder], { encoding: 'utf8' })
  expect(other.stderr).toBe('')
  expect(other.stdout).toMatch(/^(write-failed|disk-full)$/)
  expect(existsSync(folder)).toBe(false)
})
