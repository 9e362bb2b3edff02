import { describe, expect, test } from 'vitest'
import { readPastedHtml, readPastedText } from './read-pasted-html.ts'

function outline(html: string): readonly (readonly [string, string])[] {
  return readPastedHtml(html).blocks.map((block) => [block.kind, block.runs.map((run) => run.text).join('')])
}
const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

describe('a paste from Word', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
    <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
    <style><!-- p.MsoNormal {font-family:"Times New Roman"} --></style></head><body lang=VI><!--StartFragment-->
    <p class=MsoNormal style='text-align:justify'><b><span style='font-size:14.0pt'>Sáng 24/11<o:p></o:p></span></b>, tại
    <st1:place w:st="on">Thái Nguyên</st1:place>, 1.250&nbsp;ha rừng&nbsp;bị ngập.<o:p>&nbsp;</o:p></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
    style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Gạo</p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]-->o&nbsp;&nbsp;<!--[endif]-->Nước</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Thuốc</p>
    <!--EndFragment--></body></html>`

  test('keeps paragraphs, marks and lists with their levels, and nothing of its scaffolding', () => {
    expect(readPastedHtml(word)).toEqual({
      blocks: [
        {
          kind: 'paragraph',
          runs: [
            { text: 'Sáng 24/11', marks: { bold: true } },
            { text: ', tại Thái Nguyên, 1.250\u00a0ha rừng bị ngập.', marks: {} },
          ],
        },
        { kind: 'bullet', runs: [{ text: 'Gạo', marks: {} }] },
        { kind: 'bullet', runs: [{ text: 'Nước', marks: {} }], indent: 1 },
        { kind: 'number', runs: [{ text: 'Thuốc', marks: {} }] },
      ],
      pictures: [],
      warnings: [],
    })
  })
  test('in a legacy font is converted', () => {
    expect(outline(`<p><span style='font-family:".VnTime"'>Céng hoµ</span> được</p>`)).toEqual([
      ['paragraph', 'Cộng hoà được'],
    ])
  })
})

describe('a paste from Google Docs', () => {
  const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Tít phụ</span></h2><p dir="ltr"><span style="font-weight:400;font-style:normal;">Chữ thường, </span><span style="font-weight:700;">đậm</span><span style="font-style:italic;"> nghiêng</span> <a href="https://www.google.com/url?q=https://example.vn/a%3Fb%3D1&amp;sa=D"><span style="text-decoration:underline;">liên kết</span></a></p><br><ul><li dir="ltr" aria-level="1"><p><span>một</span></p></li><ul><li aria-level="2"><p>hai</p></li></ul></ul></b>`
  test('is not bold all over, and its links are unwrapped', () => {
    expect(readPastedHtml(docs).blocks).toEqual([
      { kind: 'heading', runs: [{ text: 'Tít phụ', marks: {} }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Chữ thường, ', marks: {} },
          { text: 'đậm', marks: { bold: true } },
          { text: ' nghiêng', marks: { italic: true } },
          { text: ' ', marks: {} },
          { text: 'liên kết', marks: { link: 'https://example.vn/a?b=1' } },
        ],
      },
      { kind: 'bullet', runs: [{ text: 'một', marks: {} }] },
      { kind: 'bullet', runs: [{ text: 'hai', marks: {} }], indent: 1 },
    ])
  })
})

describe('a paste from a web page', () => {
  test('leaves navigation, scripts, forms and what is hidden behind', () => {
    const page = `<nav><a href="/">Trang chủ</a></nav><script>alert(1)</script><article><h1>Tít</h1><p>Thân <span hidden>ẩn</span><span style="display: none">ẩn</span><em>bài</em>.</p><form><button>Gửi</button></form><aside>Tin liên quan</aside><hr><blockquote><p>Lời nói</p></blockquote></article><footer>Bản quyền</footer>`
    expect(outline(page)).toEqual([
      ['heading', 'Tít'],
      ['paragraph', 'Thân bài.'],
      ['divider', ''],
      ['quote', 'Lời nói'],
    ])
  })
  test('keeps a figure with its caption and credit when the picture came along', () => {
    const figure = `<figure><img src="${onePixel}" alt="Cầu"><figcaption>Cầu Gia Bảy. Ảnh: An</figcaption></figure>`
    expect(readPastedHtml(figure)).toMatchObject({
      blocks: [
        {
          kind: 'figure',
          picture: 'picture-1.png',
          alt: 'Cầu',
          credit: 'An',
          runs: [{ text: 'Cầu Gia Bảy.', marks: {} }],
        },
      ],
      pictures: [{ mediaType: 'image/png' }],
    })
  })
  test('never fetches a picture: it is dropped with a warning, its caption stays', () => {
    const figure = `<figure><img src="https://cdn.example/a.jpg"><figcaption>Chú thích</figcaption></figure>`
    expect(readPastedHtml(figure)).toEqual({
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Chú thích', marks: {} }] }],
      pictures: [],
      warnings: [{ code: 'remotePicturesDropped', facts: { count: 1 } }],
    })
  })
  test.each([
    'javascript:alert(1)',
    '/tin/1.html',
    '#top',
    'file:///C:/a',
    'https://user:pass@x.vn/',
    'data:text/html,x',
  ])('drops the link %s and keeps its words', (href) => {
    expect(readPastedHtml(`<p><a href="${href}">đây</a></p>`).blocks[0]?.runs).toEqual([
      { text: 'đây', marks: {} },
    ])
  })
  test.each(['https://example.vn/', 'mailto:toasoan@example.vn', 'tel:+842083855'])(
    'keeps the link %s',
    (href) => {
      expect(readPastedHtml(`<p><a href="${href}">đây</a></p>`).blocks[0]?.runs).toEqual([
        { text: 'đây', marks: { link: href } },
      ])
    },
  )
  test('reads a table as paragraphs', () => {
    const table = '<table><tr><th>Xã</th><th>Hộ</th></tr><tr><td>Võ Nhai</td><td>12</td></tr></table>'
    expect(outline(table)).toEqual([
      ['paragraph', 'Xã | Hộ'],
      ['paragraph', 'Võ Nhai | 12'],
    ])
  })
  test('makes NFC of letters whose marks stand apart, also across tags (LANG1)', () => {
    expect(outline('<p>tie\u0302\u0301ng Vi<b>e\u0323\u0302</b>t, e<i>\u0301</i></p>')).toEqual([
      ['paragraph', 'tiếng Việt, é'],
    ])
  })
})

describe('a paste from a chat', () => {
  test('keeps times, names and lines as they come, without zero-width characters', () => {
    const chat =
      '<div>Thu Hà<br>[24/11/2026 08:15] A lô\u200b anh ơi<br>tin mới\ufeff đây</div><div>OK 👨\u200d👩\u200d👧</div>'
    expect(outline(chat)).toEqual([
      ['paragraph', 'Thu Hà\n[24/11/2026 08:15] A lô anh ơi\ntin mới đây'],
      ['paragraph', 'OK 👨\u200d👩\u200d👧'],
    ])
  })
  test('two line breaks part paragraphs', () => {
    expect(outline('<div>Một<br><br>Hai<br><br><br>Ba</div>')).toEqual([
      ['paragraph', 'Một'],
      ['paragraph', 'Hai'],
      ['paragraph', 'Ba'],
    ])
  })
  test('as plain text is a paragraph a line', () => {
    expect(readPastedText('Một\r\n\r\nHai\tba\u200b').blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Một', marks: {} }] },
      { kind: 'paragraph', runs: [{ text: 'Hai ba', marks: {} }] },
    ])
  })
})

describe('hostile pages', () => {
  test('that nest thousands of levels are still read', () => {
    const deep = `${'<div>'.repeat(20_000)}đáy${'</div>'.repeat(20_000)}`
    expect(outline(deep)).toEqual([['paragraph', 'đáy']])
  })
  test('may be empty', () => {
    expect(readPastedHtml('').blocks).toEqual([])
    expect(readPastedHtml('<p>&nbsp;</p><br>').blocks).toEqual([])
  })
})
