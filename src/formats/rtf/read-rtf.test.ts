import { expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import type { ImportedText } from '#domain/imported-text.ts'
import { convertLegacy } from '../legacy-vietnamese/convert-imported.ts'
import { readRtf } from './read-rtf.ts'

function read(rtf: string): ImportedText {
  const result = readRtf(Uint8Array.from(rtf, (sign) => sign.charCodeAt(0)))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}
function lines(rtf: string): readonly string[] {
  return read(rtf).items.map((item) =>
    'runs' in item ? item.runs.map(({ text }) => text).join('') : item.kind,
  )
}

test('Unicode is read, and what stands in for it in older programs is not', () => {
  expect(lines(String.raw`{\rtf1\ansi\uc1 Th\u225?i Nguy\u234\'ean \u273\'3f\u243?}`)).toEqual([
    'Thái Nguyên đó',
  ])
  expect(lines(String.raw`{\rtf1\uc0\u-10179\u-8704}`)).toEqual(['😀'])
  expect(lines(String.raw`{\rtf1\uc2 \u20013\'d6\'d0\u25991??!}`)).toEqual(['中文!'])
})

test('bytes are read in the code page of their font, else of the file', () => {
  const fonts = String.raw`{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fnil\fcharset163 Arial;}{\f2\fcharset134 SimSun;}}`
  const file = String.raw`{\rtf1\ansi\ansicpg1252${fonts}\f0 caf\'e9 \f1\'f0\'fd\'ecu\f2 \'d6\'d0}`
  // The Vietnamese page writes tone marks of their own behind their letter.
  expect(lines(file)).toEqual(['café đư\u0301u中'])
  expect(lines(String.raw`{\rtf1\ansi\ansicpg1251 \'cc\'ee}`)).toEqual(['Мо'])
})

test('bold and italic last as long as their group, and paragraphs know where they stand', () => {
  const { items } = read(
    String.raw`{\rtf1\pard\qc\b T\'edt\b0\par\pard {\i nghi\'eang} th\'fd\par\qr Thu H\'e0\par}`,
  )
  expect(items).toMatchObject([
    { align: 'centre', runs: [{ text: 'Tít', bold: true }] },
    { align: 'start', runs: [{ text: 'nghiêng', italic: true }, { text: ' thý' }] },
    { align: 'end', runs: [{ text: 'Thu Hà' }] },
  ])
})

test('lists, footnotes, tables and line breaks are kept', () => {
  const rtf = String.raw`{\rtf1{\listtext\'b7\tab}\ilvl1 g\u7841?o\par\pard a{\footnote Theo b\'e1o c\'e1o.} b\line c\par\trowd X\'e3\cell S\u7889?\cell\row}`
  const { items, warnings } = read(rtf)
  expect(items).toMatchObject([
    { list: { ordered: false, level: 1 }, runs: [{ text: 'g' }, { text: 'ạ' }, { text: 'o' }] },
    { runs: [{ text: 'a' }, { text: '[1]' }, { text: ' b' }, { text: '\n' }, { text: 'c' }] },
    { kind: 'paragraph', list: null },
    { kind: 'note', label: '1', runs: [{ text: 'Theo báo cáo.' }] },
  ])
  expect(lines(rtf)[2]).toBe('Xã | Số')
  expect(warnings.map(({ code }) => code)).toEqual(['tablesFlattened', 'notesKept'])
})

test('headers, comments, properties and hidden text stay out, yet are told (SEC1)', () => {
  const { items, leftOut } = read(
    String.raw`{\rtf1{\info{\title M\u7852?T}{\author An}}{\header T\u7888?I M\u7852?T\par}{\*\annotation xem}{\v \u7849?n}{\*\unknown b\u7887?}Tin\par}`,
  )
  expect(items).toHaveLength(1)
  expect(leftOut).toEqual(['MẬT', 'An', 'TỐI MẬT', 'xem', 'ẩn'])
})

test('a picture that a browser shows is taken along, another is counted', () => {
  const png = '89504e470d0a1a0a0000000d49484452'
  const { pictures, items, warnings } = read(
    String.raw`{\rtf1 A\par{\*\shppict{\pict{\*\blipuid 0011}\pngblip ${png}}}{\nonshppict{\pict\wmetafile8 0100}}{\pict\wmetafile8 0100}\par}`,
  )
  expect(pictures).toMatchObject([{ name: 'picture-1.png', mediaType: 'image/png' }])
  expect(items.map(({ kind }) => kind)).toEqual(['paragraph', 'picture'])
  expect(warnings).toEqual([{ code: 'picturesUnreadable', facts: { count: 1 } }])
})

test('legacy fonts are told by their name, as in Word files', () => {
  const rtf = String.raw`{\rtf1\ansi{\fonttbl{\f0\fnil .VnTime;}}\f0 C\'e9ng ho\'b5 x\'b7 h\'e9i ch\'f1 ngh\'dca Vi\'d6t Nam\par}`
  const { imported } = convertLegacy(read(rtf), 'auto')
  expect(imported.items[0]).toMatchObject({ runs: [{ text: expect.stringContaining('Cộng hoà xã hội') }] })
})

test('a newsroom manuscript is proposed as an article', () => {
  const { blocks, metadata } = proposeArticle(
    read(
      String.raw`{\rtf1\pard\b M\u432?a l\u361? v\u249?ng cao\par Sáng nay mưa lớn làm nhiều tuyến đường bị sạt lở ở các xã phía bắc.\b0\par Theo s\u7889? li\u7879?u, m\u432?a to.\par\qr Thu H\'e0\par}`,
    ),
  )
  expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'lead', 'paragraph'])
  expect(metadata).toEqual({ byline: 'Thu Hà' })
})

test.each([
  '',
  '{',
  '{\\rtf1',
  '{\\rtf1}}}}{{',
  "{\\rtf1\\'",
  "{\\rtf1\\'zz\\u\\u-\\bin99999999999 x",
  '{\\rtf1{\\pict 0',
  '{\\rtf1\\',
])('a broken file never throws: %j', (rtf) => {
  expect(() => readRtf(Uint8Array.from(rtf, (sign) => sign.charCodeAt(0)))).not.toThrow()
})

test('groups without end are refused, not followed', () => {
  expect(readRtf(new TextEncoder().encode(`{\\rtf1${'{'.repeat(100_000)}`)).ok).toBe(false)
})

test('a link leads where its field says, and is not underlined as well', () => {
  const { items } = read(
    String.raw`{\rtf1 Xem {\field{\*\fldinst { HYPERLINK "https://a.vn/?b=1" }}{\fldrslt{\ul t\u7841?i \'e2y}}} v\'e0 {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}`,
  )
  expect(items).toMatchObject([
    {
      runs: [
        { text: 'Xem ' },
        { text: 't', link: 'https://a.vn/?b=1' },
        { text: 'ạ' },
        { text: 'i ây' },
        { text: ' và ' },
        { text: '3' },
      ],
    },
  ])
  expect(JSON.stringify(items)).not.toContain('underline')
})

test('what stands in a text box comes behind the paragraph that it is tied to', () => {
  const rtf = String.raw`{\rtf1 {\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt M\'f4t\par Hai}}{\shprslt Hai l\u7847?n}}H\u7897?p\par Sau\par}`
  expect(lines(rtf)).toEqual(['Hộp', 'Môt', 'Hai', 'Sau'])
  expect(read(rtf).warnings).toEqual([{ code: 'textBoxesMoved', facts: { count: 1 } }])
})

test('a picture that floats in a shape is taken once', () => {
  const png = '89504e470d0a1a0a0000000d49484452'
  const rtf = String.raw`{\rtf1 A\par{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\pngblip ${png}}}}}{\shprslt{\pict\wmetafile8 0100}}}\par}`
  expect(read(rtf).pictures).toHaveLength(1)
  expect(lines(rtf)).toEqual(['A', 'picture'])
})

test('rows that follow each other are one table', () => {
  const row = String.raw`\trowd a\cell b\cell\row`
  expect(read(String.raw`{\rtf1 ${row}${row}\pard x\par${row}}`).warnings).toEqual([
    { code: 'tablesFlattened', facts: { count: 2 } },
  ])
})
