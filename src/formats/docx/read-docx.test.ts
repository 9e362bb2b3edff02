import { describe, expect, test } from 'vitest'
import { type ImportedItem, paragraphText } from '#domain/imported-text.ts'
import { paragraph, type Relation, run, wordPart, wordParts } from '#tests/fixtures/import/office-file.ts'
import { pixelPng } from '#tests/fixtures/import/pixel.ts'
import { readDocx } from './read-docx.ts'

function read(
  body: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
  relations: readonly Relation[] = [],
) {
  const result = readDocx(wordParts(body, parts, relations))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
function textOf(item: ImportedItem): string {
  return 'runs' in item ? paragraphText(item) : `<${item.kind}>`
}
function lines(...input: Parameters<typeof read>): readonly string[] {
  return read(...input).items.map(textOf)
}
function codes(...input: Parameters<typeof read>): readonly string[] {
  return read(...input).warnings.map((warning) => warning.code)
}
const drawing = (id: string, description: string, place = 'inline') =>
  `<w:r><w:drawing><wp:${place}><wp:docPr id="1" name="x" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${place}></w:drawing></w:r>`
const image: Relation = { id: 'rId7', type: 'image', target: 'media/image1.png' }
const media = { 'word/media/image1.png': pixelPng }

describe('runs', () => {
  test('keep font, size, marks and what their styles inherit', () => {
    const styles = wordPart(
      'styles',
      `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>
       <w:style w:type="paragraph" w:styleId="Sapo"><w:name w:val="Sapo"/><w:basedOn w:val="Dam"/></w:style>
       <w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Dam"/><w:basedOn w:val="Sapo"/><w:rPr><w:b/></w:rPr></w:style>`,
    )
    const body = paragraph(run('Một ') + run('hai', '<w:b w:val="0"/><w:i/>'), '<w:pStyle w:val="Sapo"/>')
    const [item] = read(body, { 'word/styles.xml': styles }, [
      { id: 'rId2', type: 'styles', target: 'styles.xml' },
    ]).items
    expect(item).toMatchObject({
      runs: [
        { text: 'Một ', bold: true, font: 'Arial', size: 13 },
        { text: 'hai', italic: true, font: 'Arial', size: 13 },
      ],
    })
    expect(item && 'runs' in item && item.runs[1]).not.toHaveProperty('bold')
  })
  test('turn tabs, breaks, symbols, no-break hyphens and squared metres into characters', () => {
    const body = paragraph(
      `${run('5 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>`,
    )
    expect(lines(body)).toEqual(['5 m² a\nb-\uf0b7'])
  })
  test('leave hidden text out and say so', () => {
    const body = paragraph(run('thấy ') + run('ẩn', '<w:vanish/>'))
    expect(lines(body)).toEqual(['thấy '])
    expect(codes(body)).toEqual(['hiddenTextDropped'])
  })
  test('carry links of relationships and of fields, nested results included', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.vn/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('B')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' sau')}`
    const body = paragraph(
      `<w:hyperlink r:id="rId5">${run('A', '<w:u w:val="single"/>')}</w:hyperlink>${field}`,
    )
    const [item] = read(body, {}, [
      { id: 'rId5', type: 'hyperlink', target: 'https://a.vn/', external: true },
    ]).items
    expect(item).toMatchObject({
      runs: [{ text: 'A', link: 'https://a.vn/' }, { text: 'B', link: 'https://b.vn/' }, { text: ' sau' }],
    })
  })
})

describe('tracked changes and comments', () => {
  const body = paragraph(
    `${run('Giữ ')}<w:ins w:id="1">${run('thêm')}</w:ins><w:del w:id="2"><w:r><w:delText>xoá</w:delText></w:r></w:del><w:commentRangeStart w:id="0"/>${run('.')}<w:r><w:commentReference w:id="0"/></w:r>`,
  )
  test('are read as accepted and left out, with warnings', () => {
    expect(lines(body)).toEqual(['Giữ thêm.'])
    expect(read(body).warnings).toEqual([
      { code: 'trackedChangesAccepted', facts: { count: 2 } },
      { code: 'commentsDropped', facts: { count: 1 } },
    ])
  })
  test('are still seen by the stamp guard (SEC1), as are headers and comments', () => {
    const parts = {
      'word/header1.xml': wordPart('hdr', paragraph(run('TỐI ') + run('MẬT'))),
      'word/comments.xml': wordPart(
        'comments',
        `<w:comment w:id="0">${paragraph(run('ghi chú'))}</w:comment>`,
      ),
    }
    expect(read(body, parts).leftOut).toEqual(['Giữ thêmxoá.', 'TỐI MẬT', 'ghi chú'])
  })
})

describe('pictures', () => {
  test('stand where they were, with bytes and description', () => {
    const body = paragraph(run('Trước') + drawing('rId7', 'Bộ đội giúp dân') + run('Sau'))
    const { items, pictures } = read(body, media, [image])
    expect(items.map(textOf)).toEqual(['Trước', '<picture>', 'Sau'])
    expect(items[1]).toEqual({ kind: 'picture', picture: 'picture-1.png', alt: 'Bộ đội giúp dân' })
    expect(pictures).toEqual([{ name: 'picture-1.png', mediaType: 'image/png', bytes: pixelPng }])
  })
  test('do not split a sentence when they float beside it', () => {
    const body = paragraph(run('Một ') + drawing('rId7', '', 'anchor') + run('câu'))
    expect(lines(body, media, [image])).toEqual(['<picture>', 'Một câu'])
  })
  test.each(['C:\\Users\\an\\Desktop\\IMG_01.jpg', 'IMG_2034.JPG', 'https://a.vn/x.png'])(
    'are not described by a file name: %s',
    (name) => {
      expect(read(paragraph(drawing('rId7', name)), media, [image]).items[0]).toMatchObject({ alt: '' })
    },
  )
  test('that lie elsewhere are never fetched', () => {
    const elsewhere: Relation = { ...image, target: 'https://tracker.example/a.png', external: true }
    expect(codes(paragraph(run('a') + drawing('rId7', '')), {}, [elsewhere])).toEqual([
      'remotePicturesDropped',
    ])
  })
  test('that no browser shows are counted', () => {
    const wmf = { 'word/media/image1.png': new Uint8Array([0xd7, 0xcd, 0xc6, 0x9a]) }
    expect(codes(paragraph(run('a') + drawing('rId7', '')), wmf, [image])).toEqual(['picturesUnreadable'])
  })
  test('of old Word files (VML) are found too', () => {
    const body = paragraph(
      '<w:r><w:pict><v:shape alt="Cầu Gia Bảy"><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>',
    )
    expect(read(body, media, [image]).items[0]).toMatchObject({ kind: 'picture', alt: 'Cầu Gia Bảy' })
  })
})

describe('text boxes, tables and lists', () => {
  test('a text box follows its paragraph, once, though the file holds it twice', () => {
    const box = `<w:txbxContent>${paragraph(run('Trong khung'))}</w:txbxContent>`
    const body = paragraph(
      `${run('Ngoài')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    expect(lines(body)).toEqual(['Ngoài', 'Trong khung'])
    expect(codes(body)).toEqual(['textBoxesMoved'])
  })
  const cell = (inside: string) => `<w:tc>${inside}</w:tc>`
  test('a table of figures becomes a paragraph a row', () => {
    const row = (left: string, right: string) =>
      `<w:tr>${cell(paragraph(run(left)))}${cell(paragraph(run(right)))}</w:tr>`
    const body = `<w:tbl>${row('Xã', 'Số hộ')}${row('Võ Nhai', '1.250')}</w:tbl>`
    expect(lines(body)).toEqual(['Xã | Số hộ', 'Võ Nhai | 1.250'])
    expect(codes(body)).toEqual(['tablesFlattened'])
  })
  test('a table used as a frame keeps picture and caption apart', () => {
    const body = `<w:tbl><w:tr>${cell(paragraph(drawing('rId7', '')) + paragraph(run('Chú thích', '<w:i/>')))}</w:tr></w:tbl>`
    expect(lines(body, media, [image])).toEqual(['<picture>', 'Chú thích'])
  })
  test('lists know their level and whether they count; numbering 0 ends a list', () => {
    const level = (at: number, format: string) =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`
    const numbering = wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="4">${level(0, 'decimal')}${level(1, 'bullet')}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>`,
    )
    const item = (id: string, at: number) =>
      paragraph(run('x'), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
    const { items } = read(item('9', 0) + item('9', 1) + item('0', 0), { 'word/numbering.xml': numbering }, [
      { id: 'rId3', type: 'numbering', target: 'numbering.xml' },
    ])
    expect(items.map((each) => (each.kind === 'paragraph' ? each.list : undefined))).toEqual([
      { ordered: true, level: 0 },
      { ordered: false, level: 1 },
      null,
    ])
  })
  test('footnotes stand at the end, numbered by their markers', () => {
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="0">${paragraph(run('—'))}</w:footnote><w:footnote w:id="5">${paragraph(run('Năm'))}</w:footnote><w:footnote w:id="2">${paragraph(run('Hai'))}</w:footnote>`,
    )
    const marker = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const { items } = read(
      paragraph(run('A') + marker(5) + run('B') + marker(2)),
      { 'word/footnotes.xml': footnotes },
      [{ id: 'rId4', type: 'footnotes', target: 'footnotes.xml' }],
    )
    expect(items.map(textOf)).toEqual(['A[1]B[2]', 'Năm', 'Hai'])
  })
})

describe('files that cannot be trusted', () => {
  test('XML that breaks off is damaged, with part and line', () => {
    const parts = wordParts('')
    parts.set('word/document.xml', new TextEncoder().encode('<w:document>\n<w:body>\n<w:p>'))
    expect(readDocx(parts)).toMatchObject({
      ok: false,
      failure: { code: 'format-damaged', detail: expect.stringContaining('word/document.xml'), line: 3 },
    })
  })
  test('a document type declaration is refused: entities never grow', () => {
    const parts = wordParts('')
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body/></w:document>'
    parts.set('word/document.xml', new TextEncoder().encode(bomb))
    expect(readDocx(parts)).toMatchObject({ ok: false, failure: { code: 'format-damaged' } })
  })
  test('elements nested thousands deep are refused', () => {
    const body = '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)
    expect(readDocx(wordParts(body))).toMatchObject({ ok: false, failure: { code: 'format-damaged' } })
  })
  test('a file without a body is damaged', () => {
    expect(readDocx(new Map())).toMatchObject({ ok: false, failure: { code: 'format-damaged' } })
  })
})
