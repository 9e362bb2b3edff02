import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { clientOf } from '#workspace/workspace.test-kit.ts'
import { openWorkspace } from '#workspace/workspace.ts'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-cli-bundles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tramtin(workspace: string, pin: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_WORKSPACE: join(folder, workspace), TRAMTIN_LANG: 'vi', TRAMTIN_PIN: pin },
  })
  return { status, data: JSON.parse(status === 0 ? stdout : stderr || stdout), stderr }
}

/** The first machine's newsroom, as its window would set it up. */
async function foundNewsroom(): Promise<void> {
  const opened = await openWorkspace(join(folder, 'one'), { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const client = clientOf(opened.value, true)
  const founding = { id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin: '280926' }
  const { recoveryFile } = await client.people.createNewsroom(founding)
  await client.people.confirmRecovery({ recoveryFile })
  await opened.value.close()
}

test('two machines, no network: one asks to join, the other answers, and a story goes there', async () => {
  await foundNewsroom()
  const owner = (...words: string[]) => tramtin('one', '280926', ...words, '--profile', 'Chủ')
  const member = (...words: string[]) => tramtin('two', '830511', ...words, '--profile', 'Nguyễn Thị Lan')

  const asked = tramtin('two', '830511', 'join', 'request', 'Nguyễn Thị Lan', '--out', join(folder, 'stick'))
  expect(asked).toMatchObject({ status: 0 })
  const answered = owner(
    'join',
    'answer',
    asked.data.path,
    '--roles',
    'reporter,editor',
    '--out',
    join(folder, 'stick'),
  )
  expect(answered).toMatchObject({ status: 0, data: { member: { name: 'Nguyễn Thị Lan', hasKey: false } } })
  const accepted = tramtin('two', '830511', 'join', 'accept', answered.data.file.path)
  expect(accepted).toMatchObject({ status: 0, data: { newsroom: 'Báo thử' } })

  writeFileSync(join(folder, 'tin.txt'), 'Lễ hội trà\n\nNgày 24/11 tại Thái Nguyên.\n')
  const [{ article }] = owner('import', join(folder, 'tin.txt')).data
  const made = owner('bundle', 'export', article.id, '--out', join(folder, 'stick'))
  expect(made).toMatchObject({ status: 0, data: { stories: 1, heldBack: [] } })
  const { path } = made.data.file
  const seen = member('bundle', 'inspect', path)
  expect(seen.data).toMatchObject({ sender: { name: 'Chủ', problem: null }, stories: [{ change: 'new' }] })
  expect(member('bundle', 'open', path)).toMatchObject({ status: 0, data: [{ fresh: 1 }] })
  writeFileSync(join(folder, 'cut.tramtin'), 'PK\u0003\u0004')
  const refused = member('bundle', 'open', join(folder, 'cut.tramtin'))
  expect(refused).toMatchObject({ status: 1, data: [{ error: { code: 'bundle-refused' } }] })

  const share = join(folder, 'stick')
  expect(member('bundle', 'mailbox', share)).toMatchObject({ status: 0, data: { folder: share } })
  expect(member('bundle', 'exchange')).toMatchObject({ status: 0, data: { waiting: 0, trouble: null } })
  expect(readdirSync(share).filter((name) => name.startsWith('tramtin-'))).toHaveLength(1)
}, 240_000)
