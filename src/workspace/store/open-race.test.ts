import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeClock, makeFolder } from '#tests/workspace/make-store.ts'
import { openStore } from './open-store.ts'
import { workspacePaths } from './paths.ts'

/** What another process does between our look at the folder and our taking the lock. */
const meanwhile = vi.hoisted(() => ({ once: undefined as (() => void) | undefined }))

vi.mock('./owner-lock.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('./owner-lock.ts')>()
  return {
    ...original,
    takeOwnerLock(path: string, root: string) {
      const { once } = meanwhile
      meanwhile.once = undefined
      once?.()
      return original.takeOwnerLock(path, root)
    },
  }
})

function open(folder: string) {
  return openStore(workspacePaths(folder), makeClock())
}

test('a start that loses the race for a new folder leaves the winner everything', () => {
  const folder = join(makeFolder(), 'mới')
  let winner: ReturnType<typeof open> | undefined
  meanwhile.once = () => {
    winner = open(folder)
  }
  expect(open(folder)).toMatchObject({ ok: false, failure: { code: 'workspace-in-use' } })
  if (!winner?.ok) throw new Error('The other start did not found a workspace')
  const { workspaceId, write, close } = winner.value
  onTestFinished(close)
  write((db) => db.prepare("UPDATE meta SET value = value WHERE key = 'workspace'").run())
  expect(existsSync(workspacePaths(folder).database)).toBe(true)
  close()
  const again = open(folder)
  expect(again).toMatchObject({ ok: true, value: { workspaceId } })
  if (again.ok) again.value.close()
})

test('a workspace founded and left by another before our lock is not taken for a broken one of ours', () => {
  const folder = join(makeFolder(), 'mới')
  meanwhile.once = () => {
    const other = open(folder)
    if (!other.ok) throw new Error(other.failure.code)
    other.value.write((db) => db.pragma('user_version = 9999'))
    other.value.close()
  }
  expect(open(folder)).toMatchObject({ ok: false, failure: { code: 'database-newer' } })
  expect(existsSync(workspacePaths(folder).database)).toBe(true)
})
