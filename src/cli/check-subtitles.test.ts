import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { check } from './commands/check.ts'
import { loadSentences } from './sentences.ts'

const folder = mkdtempSync(join(tmpdir(), 'tramtin-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(name: string, text: string | Uint8Array, values: Record<string, string> = {}) {
  writeFileSync(join(folder, name), text)
  const result = await check.run({
    positionals: [join(folder, name)],
    values,
    workspace: join(folder, 'không có kho'),
    sentences: await loadSentences(),
    progress: () => undefined,
    connect: () => Promise.reject(new Error('check asked for a workspace')),
  })
  if (!result.ok) return { failed: true, code: result.failure.code, lines: [] }
  return { failed: result.value.failed === true, code: '', lines: result.value.lines }
}

test('a subtitle file is checked by the rules of its language, each finding with its line, without a workspace', async () => {
  const long = 'Một câu quá dài để đọc kịp trong một giây'
  const { failed, lines } = await run('a.vi.srt', `1\n00:00:00,000 --> 00:00:01,000\n${long}\n`)
  expect(failed).toBe(true)
  expect(lines).toEqual([
    '  dòng 2: Đọc không kịp: 41 ký tự/giây, tối đa 17. Kéo dài đoạn hoặc rút bớt chữ.',
    '1 đoạn (vi): 1 lỗi, 0 nhắc nhở, 0 chỗ lạ trong tệp.',
  ])
})

test('a good file ends well, oddities of it are only told', async () => {
  const { failed, lines } = await run('b.srt', '00:00:00,000 --> 00:00:02,000\nTrời nắng to.\n')
  expect(failed).toBe(false)
  expect(lines).toHaveLength(2)
})

test('the language is that of the name, of the words, or the one that is asked for', async () => {
  const korean = '1\n00:00:00,000 --> 00:00:02,000\n날씨가 맑습니다.\n'
  expect((await run('c.srt', korean)).lines.at(-1)).toContain('(ko)')
  expect((await run('c.zh_CN.srt', korean)).lines.at(-1)).toContain('(zh)')
  expect((await run('c.srt', korean, { lang: 'en' })).lines.at(-1)).toContain('(en)')
})

test('what is no subtitle file, or asked for wrongly, is refused', async () => {
  expect((await run('d.srt', 'Chẳng có gì')).code).toBe('no-subtitles')
  expect((await run('e.srt', '')).code).toBe('file-empty')
  expect((await run('f.srt', '1\n00:00:00,000 --> 00:00:02,000\na\n', { fps: 'nhanh' })).code).toBe(
    'not-found',
  )
})
