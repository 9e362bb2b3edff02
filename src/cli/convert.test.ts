import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { subtitleProblemCodes } from '#domain/cues/subtitle-file.ts'
import { lossKinds } from '#formats/subtitles/losses.ts'
import { tortureSrt, tortureWebVtt } from '#tests/fixtures/subtitles/torture.ts'
import texts from '../../locales/vi/cli.json' with { type: 'json' }
import { convert } from './commands/convert.ts'
import type { Conversion } from './conversion-lines.ts'
import { loadSentences } from './sentences.ts'

const program = new URL('./tramtin.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'tramtin-convert-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

/** The whole program, as a person calls it. */
function tramtin(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'convert', ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_LANG: 'vi', TRAMTIN_WORKSPACE: at('không có kho') },
  })
  return { status, stdout, stderr }
}

/** The command by itself: starting the program takes a second and more. */
async function run(input: string, output: string, values: Record<string, string | boolean> = {}) {
  const result = await convert.run({
    positionals: [input, output],
    values,
    workspace: at('không có kho'),
    sentences: await loadSentences(),
    progress: () => undefined,
    connect: () => Promise.reject(new Error('convert asked for a workspace')),
  })
  if (!result.ok) return { failed: true, code: result.failure.code, data: undefined, words: '' }
  const data = result.value.data as Conversion
  return { failed: result.value.failed === true, code: '', data, words: result.value.lines.join('\n') }
}

test('a good file is converted without a workspace, and what is lost is said in words', () => {
  const text = 'WEBVTT\n\nNOTE Tổ video\n\nmở\n00:01.000 --> 00:02.000 line:0\n<v Lan>Chào <i>cả nhà</i>\n'
  writeFileSync(at('phiên.vtt'), text)
  const { status, stdout } = tramtin(at('phiên.vtt'), at('phiên.srt'))
  expect(status).toBe(0)
  expect(readFileSync(at('phiên.srt'), 'utf8')).toBe(
    '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Chào <i>cả nhà</i>\n',
  )
  expect(stdout).toContain('(WebVTT, UTF-8)')
  expect(stdout).toMatch(
    /Tệp mới không giữ được:\n {2}1 ghi chú: Tổ video\n {2}1 tên hoặc số .*: mở\n {2}1 tên người nói: Lan/,
  )
  expect(existsSync(at('không có kho'))).toBe(false)
})

test('what is there is not overwritten unless it is asked for, and the source never is', async () => {
  writeFileSync(at('a.srt'), '1\n00:00:01,000 --> 00:00:02,000\nmột\n')
  writeFileSync(at('b.vtt'), 'của người khác')
  const refused = tramtin(at('a.srt'), at('b.vtt'), '--json')
  expect(refused.status).toBe(1)
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'target-exists' } })
  expect(readFileSync(at('b.vtt'), 'utf8')).toBe('của người khác')
  expect(await run(at('a.srt'), at('b.vtt'), { force: true })).toMatchObject({ failed: false })
  expect(readFileSync(at('b.vtt'), 'utf8')).toMatch(/^WEBVTT\n/)
  expect(await run(at('a.srt'), at('a.srt'), { force: true })).toMatchObject({ code: 'target-exists' })
})

test('a damaged file gives all that could be read, each problem with its line, and no success (SAFE3)', () => {
  writeFileSync(at('hỏng.srt'), tortureSrt)
  const { status, stdout } = tramtin(at('hỏng.srt'), at('hỏng.vtt'), '--json')
  expect(status).toBe(1)
  const { cues, losses, problems } = JSON.parse(stdout)
  expect(cues).toBe(11)
  expect(losses[0]).toEqual({ kind: 'unread', count: 1, names: ['46'] })
  expect(problems).toContainEqual({ line: 46, code: 'times-unreadable' })
  expect(readFileSync(at('hỏng.vtt'), 'utf8')).toContain('Mất giờ kết thúc')
})

test('in its own format a file comes out byte for byte', async () => {
  for (const [name, text] of [
    ['x.srt', tortureSrt],
    ['x.vtt', tortureWebVtt],
  ] as const) {
    writeFileSync(at(name), text)
    expect(await run(at(name), at(`again-${name}`))).toMatchObject({ failed: false, data: { losses: [] } })
    expect(readFileSync(at(`again-${name}`)).equals(readFileSync(at(name)))).toBe(true)
  }
})

test('what is no subtitle file, and a name that is no subtitle name, are refused and leave nothing', async () => {
  writeFileSync(at('thư.srt'), 'Kính gửi tòa soạn\n')
  writeFileSync(at('trống.srt'), '')
  const before = readdirSync(folder)
  const codes = await Promise.all([
    run(at('thư.srt'), at('thư.vtt')),
    run(at('trống.srt'), at('trống.vtt')),
    run(at('thư.srt'), at('thư.docx')),
    run(at('a.srt'), at('c.vtt'), { encoding: 'ebcdic' }),
    run(at('a.srt'), at('không/có/c.vtt')),
    run(at('a.srt'), join(at('a.srt'), 'c.vtt')),
    run(at('a.srt'), folder, { force: true }),
  ])
  expect(codes.map(({ code }) => code)).toEqual([
    'no-subtitles',
    'file-empty',
    'subtitle-format-unknown',
    'not-found',
    'write-failed',
    'folder-unsuitable',
    'subtitle-format-unknown',
  ])
  expect(readdirSync(folder)).toEqual(before)
})

test('an encoding that the bytes do not tell is no success until it is named', async () => {
  writeFileSync(at('cũ.srt'), Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n\xc9t\xe9\n', 'latin1'))
  const guessed = await run(at('cũ.srt'), at('cũ.vtt'))
  expect(guessed.failed).toBe(true)
  expect(guessed.words).toContain('Không chắc tệp dùng bảng mã Windows-1252')
  const named = await run(at('cũ.srt'), at('cũ.vtt'), { encoding: 'windows-1252', force: true })
  expect(named.failed).toBe(false)
  expect(readFileSync(at('cũ.vtt'), 'utf8')).toContain('Été')
})

test('Vietnamese of Windows-1258 becomes NFC in UTF-8, and that is said (LANG1)', async () => {
  const bytes = Buffer.from('5469eaec6e67205669eaf27420f0fdf5f263206df9612074f4ec740a', 'hex')
  writeFileSync(at('1258.srt'), Buffer.concat([Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'), bytes]))
  const { failed, words } = await run(at('1258.srt'), at('1258.vtt'))
  expect(failed).toBe(false)
  expect(words).toContain('Bảng mã của tệp mới là UTF-8.\nChữ và dấu rời nhau đã được ghép lại (NFC).')
  expect(readFileSync(at('1258.vtt'), 'utf8')).toContain('Tiếng Việt được mùa tốt\n')
})

test('every loss and every problem has its words', () => {
  expect(Object.keys(texts.convert.loss)).toEqual([...lossKinds])
  expect(Object.keys(texts.convert.problem)).toEqual([...subtitleProblemCodes])
})
