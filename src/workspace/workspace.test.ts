import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { workspacePaths } from './store/paths.ts'
import { openWorkspace } from './workspace.ts'

test('A start that breaks off holds nothing: the same process can open the workspace later', async () => {
  const folder = join(makeFolder(), 'w')
  const opened = await openWorkspace(folder)
  if (opened.ok) await opened.value.close()
  change(folder, 'ALTER TABLE jobs RENAME TO jobs_elsewhere')
  await expect(openWorkspace(folder)).rejects.toThrow('no such table')
  change(folder, 'ALTER TABLE jobs_elsewhere RENAME TO jobs')
  const again = await openWorkspace(folder)
  expect(again).toMatchObject({ ok: true })
  if (again.ok) await again.value.close()
})

function change(folder: string, statement: string): void {
  const db = new Database(workspacePaths(folder).database)
  db.exec(statement)
  db.close()
}
