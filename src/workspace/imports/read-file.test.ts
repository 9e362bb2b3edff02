import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { type ImportedText, paragraphText } from '#domain/imported-text.ts'
import { readDoc } from '#formats/doc/read-doc.ts'
import { convertLegacy } from '#formats/legacy-vietnamese/convert-imported.ts'
import { legacyManuscriptBytes } from '#tests/fixtures/import/legacy-manuscript.ts'
import { newsroomManuscriptBytes } from '#tests/fixtures/import/newsroom-manuscript.ts'
import { readFileText } from './read-file.ts'
import { readWordBinary } from './word-binary.ts'

async function propose(name: string, bytes: Uint8Array) {
  const file = await readFileText(name, bytes)
  if (!file.ok) throw new Error(JSON.stringify(file.failure))
  return proposeArticle(file.value.imported)
}

describe('a newsroom manuscript without styles', () => {
  test('is proposed with title, lead, figure, headings, lists, footnote and byline', async () => {
    const proposal = await propose('lu.docx', await newsroomManuscriptBytes())
    const outline = proposal.blocks.map((block) => [
      block.kind,
      block.guess,
      block.runs.map((run) => run.text).join(''),
    ])
    expect(outline).toEqual([
      ['title', 'titleByBold', 'Mưa lũ chia cắt nhiều xã vùng cao'],
      ['lead', 'leadByBold', expect.stringMatching(/^\(TN\) - Sáng 24\/11, .* di dời\.$/)],
      ['figure', 'captionByItalic', 'Lực lượng chức năng giúp dân qua suối.'],
      ['paragraph', '', 'Theo Ban Chỉ huy Phòng thủ dân sự[1], lượng mưa đo được là 212 mm.'],
      ['heading', 'headingByBold', 'Khẩn trương khắc phục'],
      ['paragraph', '', 'Các địa phương đã huy động:'],
      ['bullet', '', '500 dân quân;'],
      ['bullet', '', '30 xe tải.'],
      ['paragraph', '', 'Xem thêm tại bản tin trước.'],
      ['paragraph', 'footnote', '[1] Theo báo cáo của Sở Y tế.'],
    ])
    expect(proposal.metadata).toEqual({ byline: 'Thu Hà - Quốc Việt' })
    expect(proposal.language).toBe('vi')
    expect(proposal.blocks[2]).toMatchObject({
      picture: 'picture-1.png',
      alt: 'Bộ đội giúp người dân qua suối',
      credit: 'Quốc Việt',
    })
    expect(proposal.blocks[3]?.runs).toContainEqual({ text: '212 mm', marks: { bold: true } })
    expect(proposal.blocks.map((block) => block.indent).slice(6, 8)).toEqual([0, 1])
    expect(proposal.blocks[8]?.runs[1]).toEqual({
      text: 'bản tin trước',
      marks: { link: 'https://example.vn/mua-lu' },
    })
  })
})

describe('the same manuscript saved by another program', () => {
  const saved = (extension: string) =>
    propose(`a.${extension}`, readFileSync(`tests/fixtures/import/saved-by-libreoffice.${extension}`))
  const shape = async (extension: string) => (await saved(extension)).blocks.map((block) => block.kind)

  test('as docx reads the same', async () => {
    const original = await propose('a.docx', await newsroomManuscriptBytes())
    expect((await saved('docx')).blocks).toEqual(original.blocks)
  })
  test('as a page reads the same but for the picture beside it', async () => {
    const { blocks, metadata, warnings } = await saved('html')
    expect(await shape('html')).toEqual([
      'title',
      'lead',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'bullet',
      'bullet',
      'paragraph',
      'paragraph',
    ])
    expect(blocks.at(-1)?.runs[0]?.text).toBe('[1] Theo báo cáo của Sở Y tế.')
    expect(blocks[3]?.runs[0]?.text).toMatch(/dân sự\[1\], lượng mưa/)
    expect(metadata).toEqual({ byline: 'Thu Hà - Quốc Việt' })
    expect(warnings.map((warning) => warning.code)).toEqual(['remotePicturesDropped', 'notesKept'])
  })
  test('as a binary .doc reads the same but for the description of the picture', async () => {
    const original = await propose('a.docx', await newsroomManuscriptBytes())
    const { blocks, metadata, warnings } = await saved('doc')
    expect(blocks).toEqual(original.blocks.map((block) => ({ ...block, alt: '' })))
    expect(metadata).toEqual(original.metadata)
    expect(warnings.map((warning) => warning.code)).toEqual(['notesKept'])
  })
})

test('rich text, under whatever name, reads the same but for where a link leads', async () => {
  const original = await propose('a.docx', await newsroomManuscriptBytes())
  const bytes = readFileSync('tests/fixtures/import/rich-text-named-doc.doc')
  for (const name of ['a.rtf', 'a.doc']) {
    const { blocks, metadata, warnings } = await propose(name, bytes)
    const shape = ({ kind, indent, runs }: (typeof blocks)[number]) => [
      kind,
      indent,
      runs.map(({ text }) => text).join(''),
    ]
    expect(blocks.map(shape)).toEqual(original.blocks.map(shape))
    expect(metadata).toEqual(original.metadata)
    expect(warnings.map(({ code }) => code)).toEqual(['notesKept'])
  }
})

describe('a manuscript in legacy fonts', () => {
  test.each(['docx', 'doc'])('as %s becomes Unicode, run by run', async (extension) => {
    const bytes =
      extension === 'docx'
        ? await legacyManuscriptBytes()
        : readFileSync('tests/fixtures/import/legacy-fonts.doc')
    const file = await readFileText(`cũ.${extension}`, bytes)
    if (!file.ok) throw new Error(file.failure.code)
    const { imported, question } = convertLegacy(file.value.imported, 'auto')
    const { blocks, metadata, warnings } = proposeArticle(imported)
    expect(question).toBeNull()
    expect(blocks.map((block) => [block.kind, block.runs.map((run) => run.text).join('')])).toEqual([
      ['title', 'THÁI NGUYÊN ĐÓN NĂM MỚI'],
      ['lead', 'Hôm nay, nhân dân các dân tộc trong tỉnh cùng vui đón năm mới.'],
      ['paragraph', 'Được mùa, bà con phấn khởi. Võ Nhai là huyện vùng cao.'],
      ['number', 'Lúa;'],
      ['number', 'Chè.'],
      ['paragraph', 'Xã | Số hộ'],
    ])
    expect(metadata).toEqual({ byline: 'Trần Văn Mẫu' })
    expect(warnings.map((warning) => warning.code)).toEqual(['tablesFlattened', 'legacyConverted'])
  })
})

describe('a binary .doc that only the extractor can read', () => {
  test('keeps every word and says that looks and pictures stayed behind', async () => {
    const bytes = readFileSync('tests/fixtures/import/saved-by-libreoffice.doc')
    const plain = await readWordBinary(bytes)
    const whole = readDoc(bytes)
    if (!plain.ok || !whole.ok) throw new Error('unreadable')
    const words = (imported: ImportedText) =>
      imported.items
        .flatMap((item) => ('runs' in item ? [paragraphText(item).replace('[1]', '').trim()] : []))
        .filter((line) => line !== '')
    expect(words(plain.value)).toEqual(words(whole.value))
    expect(plain.value.warnings.map((warning) => warning.code)).toEqual(['formattingLost', 'notesKept'])
  })
})

test('Markdown brings headings, lists, quotes and links; raw HTML in it stays text', async () => {
  const text = `---
tags: tin
---
# Tít bài

**Sapo đủ dài để được coi là sapo của bài báo này.**

## Tít phụ

Xem [trang](https://example.vn/) và <b>thẻ</b>.

1. một
2. hai

> lời nói
`
  const { blocks } = await propose('bài.md', new TextEncoder().encode(text))
  expect(blocks.map((block) => [block.kind, block.runs.map((run) => run.text).join('')])).toEqual([
    ['title', 'Tít bài'],
    ['lead', 'Sapo đủ dài để được coi là sapo của bài báo này.'],
    ['heading', 'Tít phụ'],
    ['paragraph', 'Xem trang và <b>thẻ</b>.'],
    ['number', 'một'],
    ['number', 'hai'],
    ['quote', 'lời nói'],
  ])
})

test('a file that is not what its name says is read by its content, with a warning', async () => {
  const { warnings } = await propose('bài.doc', new TextEncoder().encode('<html><p>Chữ</p></html>'))
  expect(warnings).toEqual([{ code: 'extensionMisleads', facts: { name: 'bài.doc', format: 'html' } }])
})
