import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeNewsroom, makeWorkspace } from '#workspace/workspace.test-kit.ts'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-tm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tramtin(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_LANG: 'vi', TRAMTIN_PIN: '280926' },
  })
  return { status, stdout, stderr }
}

const tmx = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="vi"><seg>Lễ hội trà khai mạc sáng nay tại <ph x="1"/>Tân Cương.</seg></tuv><tuv xml:lang="en"><seg>The tea festival opened this morning in <ph x="1"/>Tan Cuong.</seg></tuv></tu>
<tu><tuv xml:lang="vi"><seg>Chỉ một thứ tiếng.</seg></tuv></tu>
</body></tmx>`

test('tm takes a TMX file in, finds a sentence like one in it, and gives the file back', async () => {
  const root = join(folder, 'kho')
  const workspace = await makeWorkspace(root)
  await makeNewsroom(workspace)
  await workspace.close()
  const file = join(folder, 'kho.tmx')
  writeFileSync(file, tmx)
  const imported = tramtin('tm', 'import', file, '--profile', 'Chủ', '--workspace', root)
  expect(imported).toMatchObject({ status: 0, stderr: '' })
  expect(imported.stdout).toContain('thêm 1 câu, 0 câu đã có, bỏ qua 1')
  expect(imported.stdout).toContain('dòng 4: chỉ có một ngôn ngữ')
  const words = ['tm', 'lookup', 'Lễ hội trà khai mạc sáng mai tại Tân Cương.', '--from', 'vi', '--to', 'en']
  const found = tramtin(...words, '--workspace', root)
  expect(found.stdout).toMatch(/^8\d % {2}Lễ hội trà khai mạc sáng nay/)
  const out = join(folder, 'ra.tmx')
  expect(tramtin('tm', 'export', out, '--from', 'vi', '--to', 'en', '--workspace', root)).toMatchObject({
    status: 0,
  })
  expect(readFileSync(out, 'utf8')).toContain('in <ph x="1"></ph>Tan Cuong.')
  const again = tramtin('tm', 'export', out, '--workspace', root)
  expect(again.status).toBe(1)
  writeFileSync(file, tmx.slice(0, 300))
  expect(tramtin('tm', 'import', file, '--profile', 'Chủ', '--workspace', root)).toMatchObject({ status: 1 })
}, 120_000)
