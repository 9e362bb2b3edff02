import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { openWorkspace } from '#workspace/workspace.ts'

const film = new URL('../../resources/sample/le-hoi-tra-tan-cuong.mp4', import.meta.url).pathname

test('a film whose making was killed begins again with the next start, and no half file is left (SAFE3)', async () => {
  const folder = join(makeFolder(), 'kho')
  const victim = join(import.meta.dirname, 'render-victim.ts')
  const killed = spawnSync(process.execPath, [victim, folder, film], { encoding: 'utf8' })
  expect(killed).toMatchObject({ signal: 'SIGKILL', stderr: '' })
  const opened = await openWorkspace(folder)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { services, close } = opened.value
  try {
    const ended = await services.jobs.ended(killed.stdout)
    expect(ended).toMatchObject({ kind: 'render', state: 'done', failure: null })
    expect(readdirSync(services.paths.temporary).filter((name) => /^(render|derived)-/.test(name))).toEqual(
      [],
    )
  } finally {
    await close()
  }
}, 180_000)
