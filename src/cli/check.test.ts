import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { translationDocument } from '#domain/document-id.ts'
import { ignoreInRow } from '#workspace/translations/editing.ts'
import { makeNewsroom, makeWorkspace } from '#workspace/workspace.test-kit.ts'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function check(article: string, root: string, ...more: readonly string[]) {
  const words = [program, 'check', article, '--lang', 'en', '--workspace', root, ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_LANG: 'vi' },
  })
  return { status, stdout, stderr }
}

test('check says in words what is wrong, and ends well once it is ignored with a reason', async () => {
  const root = join(folder, 'kho')
  const workspace = await makeWorkspace(root)
  const newsroom = await makeNewsroom(workspace)
  const reporter = await newsroom.join('Phóng viên', 'reporter')
  const article = uuidv7()
  const document = translationDocument({ article, language: 'en' })
  await reporter.articles.create({ id: article, title: 'Cầu dài 12 mét' })
  await reporter.translations.create({ article, language: 'en' })
  const [title] = (await reporter.translations.rows({ document })).rows
  const row = title?.row ?? ''
  await reporter.translations.confirm({ document, row, before: [], target: ['A 21-metre bridge'] })
  await workspace.close()
  const wrong = check(article, root)
  expect(wrong).toMatchObject({ status: 1, stderr: '' })
  expect(wrong.stdout).toContain('1. Cầu dài 12 mét')
  expect(wrong.stdout).toMatch(/\[Sai khác\] .*12.*21/)
  const told = JSON.parse(check(article, root, '--json').stdout)
  const again = await makeWorkspace(root)
  const profile = again.services.records.people().find(({ name }) => name === 'Phóng viên')?.id ?? ''
  for (const { id: finding } of told.rows[0].findings)
    await ignoreInRow(again.services, { document, row, profile }, { finding, reason: 'tên cầu cũ' })
  await again.close()
  const right = check(article, root)
  expect(right.stdout).toContain('Lý do: tên cầu cũ (Phóng viên)')
  expect(right.status).toBe(0)
}, 120_000)
