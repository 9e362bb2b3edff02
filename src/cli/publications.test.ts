import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { makeNewsroom, makeWorkspace } from '#workspace/workspace.test-kit.ts'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-posted-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tramtin(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_LANG: 'vi', TRAMTIN_PIN: '280926' },
  })
  return { status, stdout, stderr }
}

test('a channel’s package is exported and verified, its posting noted, listed and reported', async () => {
  const root = join(folder, 'kho')
  const workspace = await makeWorkspace(root)
  const { owner, join: bring } = await makeNewsroom(workspace)
  const approver = await bring('Duyệt', 'approver')
  const article = uuidv7()
  const { document: source } = await owner.articles.create({ id: article, title: 'Cầu mới' })
  const { document } = await owner.editions.create({ article, channel: 'facebook', language: 'vi' })
  for (const each of [source, document]) {
    const { submission } = await owner.workflow.submit({ id: uuidv7(), document: each })
    await approver.workflow.approve({ id: uuidv7(), submission: submission?.record ?? '' })
  }
  await workspace.close()
  const on = ['--workspace', root]
  const out = join(folder, 'usb')
  expect(tramtin('export', article, '--channel', 'facebook', '--out', out, ...on)).toMatchObject({
    status: 0,
  })
  const zip = readdirSync(out).find((name) => name.endsWith('.zip')) ?? ''
  expect(zip).toMatch(/-facebook-cau-moi-vi\.zip$/)
  expect(tramtin('verify', join(out, zip), ...on)).toMatchObject({ status: 0 })

  const noting = [
    'posted',
    article,
    '--channel',
    'facebook',
    '--url',
    'https://fb.example/1',
    '--at',
    '2026-11-24T14:02+07:00',
  ]
  expect(tramtin(...noting, ...on).status).toBe(1)
  const noted = tramtin(...noting, '--profile', 'Chủ', ...on)
  expect(noted).toMatchObject({ status: 0, stderr: '' })
  expect(noted.stdout).toContain('Đã ghi: Cầu mới đăng trên facebook. https://fb.example/1')
  expect(tramtin('list', 'editions', ...on).stdout).toContain(document)
  expect(tramtin('list', 'publications', '--month', '2026-11', ...on).stdout).toContain(
    'https://fb.example/1',
  )
  expect(tramtin('list', 'publications', '--month', '2026-10', ...on).stdout).toContain('Chưa có gì.')

  const report = join(folder, 'bao-cao.xlsx')
  expect(tramtin('report', '--month', '2026-11', '--out', report, ...on).stdout).toContain('(1 lượt đăng)')
  expect(existsSync(report)).toBe(true)
  expect(tramtin('report', '--month', '2026-11', '--out', report, ...on).status).toBe(1)
}, 120_000)
