import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../workspace.test-kit.ts'
import { createFonts } from './fonts.ts'

const fonts = createFonts()
const texts = [
  ['vi', 'Đường về Nghệ An: ế ộ ữ ẵ Ỹ đ', /Vietnam|Noto Sans|Liberation|DejaVu/],
  ['zh-CN', '太原省茶文化节', /CJK SC|Noto Sans SC/],
  ['ko', '타이응우옌 차 축제', /CJK KR|Noto Sans KR/],
  ['en', 'Tea festival “2026” – Thái Nguyên', /./],
] as const

test.each(texts)('a text in %s finds a typeface that draws all of it', async (language, text, family) => {
  const found = await fonts.find({ text, language })
  expect(found).toMatchObject({ ok: true, value: { bold: false } })
  expect(found.ok && found.value.family).toMatch(family)
})

test('a bold typeface is found where there is one', async () => {
  expect(await fonts.find({ text: '太原', language: 'zh', bold: true })).toMatchObject({
    ok: true,
    value: { bold: true },
  })
})

test('characters that no typeface draws are named, never drawn as boxes', async () => {
  const found = await fonts.find({ text: 'Trà 茶', language: 'vi' })
  expect(found).toMatchObject({ ok: false, failure: { code: 'font-missing', facts: { characters: '茶' } } })
})

test('a damaged file among the fonts is passed over', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'NotoSans-Regular.ttf'), Buffer.from('\0\x01\0\0\0\xffnot a font at all'))
  expect(await createFonts([folder]).find({ text: 'a', language: 'vi', family: 'Noto Sans' })).toMatchObject({
    ok: false,
  })
})
