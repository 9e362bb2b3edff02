import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-cli-'))
const workspace = join(folder, 'demo', 'kho-lam-viec')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tramtin(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_WORKSPACE: join(folder, 'nowhere'), TRAMTIN_LANG: 'vi' },
  })
  return { status, stdout, stderr }
}

/** Everything here looks at the one demo: a Word file that became a verified package. */
describe('the command line', () => {
  let made: { article: { id: string }; package: { path: string }; rootKey: string }
  beforeAll(() => {
    const demo = tramtin('demo', '--out', join(folder, 'demo'), '--json')
    expect(demo.stderr).toBe('')
    made = JSON.parse(demo.stdout)
  }, 120_000)

  test('goes from a Word file to a package that verify accepts, with a root it is told', () => {
    const verified = tramtin('verify', made.package.path, '--root', made.rootKey)
    expect(verified).toMatchObject({ status: 0 })
    expect(verified.stdout).toContain('Hợp lệ')
    expect(readdirSync(made.package.path)).toEqual(expect.arrayContaining(['vi', 'en']))
  })

  test('exports what is approved, and names the languages it leaves out (FLOW2)', () => {
    const out = join(folder, 'two')
    const words = ['export', made.article.id, '--lang', 'en,zh', '--out', out, '--workspace', workspace]
    const exported = tramtin(...words)
    expect(exported).toMatchObject({ status: 0 })
    expect(exported.stdout).toContain('Không kèm bản tiếng Trung: bài chưa có bản dịch này.')
  })

  test('calls an intact package of an unknown signer a failure', () => {
    expect(tramtin('verify', made.package.path)).toMatchObject({ status: 1 })
  })

  test('names the changed file of a package', () => {
    const page = join(made.package.path, 'vi', 'index.html')
    copyFileSync(page, join(folder, 'page'))
    appendFileSync(page, ' ')
    const verified = tramtin('verify', made.package.path, '--root', made.rootKey)
    copyFileSync(join(folder, 'page'), page)
    expect(verified).toMatchObject({ status: 1 })
    expect(verified.stdout).toContain('vi/index.html')
  })

  test('verifies the workspace that is named, not the usual one', () => {
    expect(tramtin('verify', workspace)).toMatchObject({ status: 0 })
    expect(tramtin('verify', join(folder, 'nowhere'))).toMatchObject({ status: 1 })
  })

  test('cuts a text into sentences without a workspace', () => {
    const text = join(folder, 'bai.txt')
    writeFileSync(text, 'ThS. An đến TP. Thái Nguyên.\nBà “vui. Rất vui!” rồi về. Hết.')
    const cut = tramtin('segment', text, '--lang', 'vi')
    expect(cut).toMatchObject({ status: 0 })
    expect(cut.stdout.trim().split('\n')).toEqual([
      'ThS. An đến TP. Thái Nguyên.',
      'Bà “vui. Rất vui!” rồi về.',
      'Hết.',
    ])
  })

  test('lists, shows and calls', () => {
    expect(tramtin('list', 'articles', '--text', 'le hoi tra', '--workspace', workspace).stdout).toContain(
      made.article.id,
    )
    expect(tramtin('show', made.article.id, '--workspace', workspace).stdout).toContain('[title] Lễ hội trà')
    const called = tramtin('call', 'articles.facets', '--workspace', workspace)
    expect(JSON.parse(called.stdout)).toMatchObject({ states: { approved: 1 } })
    expect(tramtin('call', 'articles.nothing', '--workspace', workspace)).toMatchObject({ status: 1 })
  })

  test('says in words and in JSON what failed, and ends with 1', () => {
    writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 this is no zip')
    const refused = tramtin('import', join(folder, 'broken.docx'), '--workspace', workspace, '--json')
    expect(refused.status).toBe(1)
    const nobody = tramtin('show', '00000000-0000-7000-8000-000000000000', '--workspace', workspace, '--json')
    expect(JSON.parse(nobody.stderr)).toMatchObject({ error: { code: 'document-unknown' } })
  })

  test('backs up, and restores what the backup held', () => {
    expect(tramtin('backup', '--workspace', workspace)).toMatchObject({ status: 0 })
    const [name = ''] = readdirSync(join(workspace, 'backups'))
    expect(tramtin('restore', name, '--workspace', workspace)).toMatchObject({ status: 0 })
    expect(tramtin('rebuild', '--workspace', workspace)).toMatchObject({ status: 0 })
    expect(tramtin('verify', workspace)).toMatchObject({ status: 0 })
  })

  test('explains itself, and refuses what it does not know with 2', () => {
    expect(tramtin('--help')).toMatchObject({ status: 0 })
    expect(tramtin('dance')).toMatchObject({ status: 2 })
    expect(tramtin('import')).toMatchObject({ status: 2 })
  })
})
