import { describe, expect, test } from 'vitest'
import {
  bodyParagraph,
  type ImportedItem,
  type ImportedParagraph,
  type ImportedRun,
} from '../imported-text.ts'
import { proposeArticle } from './propose-article.ts'

type Look = Omit<ImportedRun, 'text'>
const line = (text: string, look: Look = { size: 14 }, shape: Partial<ImportedParagraph> = {}) =>
  bodyParagraph([{ text, ...look }], shape)
const bold = (text: string, shape: Partial<ImportedParagraph> = {}) =>
  line(text, { size: 14, bold: true }, shape)
const italic = (text: string, shape: Partial<ImportedParagraph> = {}) =>
  line(text, { size: 14, italic: true }, shape)
const picture: ImportedItem = { kind: 'picture', picture: 'picture-1.png', alt: '' }
const title = bold('Thái Nguyên đón hai triệu lượt khách')
const body = line(
  'Theo số liệu của ngành du lịch, lượng khách trong mười tháng đầu năm đã tăng mạnh so với cùng kỳ.',
)

function propose(...items: readonly ImportedItem[]) {
  return proposeArticle({ items, pictures: [], warnings: [], leftOut: [] })
}
function outline(...items: readonly ImportedItem[]) {
  return propose(...items).blocks.map((block) => [
    block.kind,
    block.guess,
    block.runs.map((run) => run.text).join(''),
  ])
}

describe('the title', () => {
  test('is the first bold line, its bold then said by the block', () => {
    expect(propose(title, body).blocks[0]).toMatchObject({
      kind: 'title',
      guess: 'titleByBold',
      runs: [{ text: 'Thái Nguyên đón hai triệu lượt khách', marks: {} }],
    })
  })
  test.each([
    ['titleBySize', line('Tít lớn', { size: 20 })],
    ['titleByCentre', line('Tít giữa', { size: 14 }, { align: 'centre' })],
    ['titleByPlace', line('Tít không định dạng')],
    ['titleByStyle', line('Tít kiểu', {}, { role: 'heading' })],
    ['', line('Tít kiểu', {}, { role: 'title' })],
  ] as const)('may be told by %s', (guess, first) => {
    expect(propose(first, body, body).blocks[0]).toMatchObject({ kind: 'title', guess })
  })
  test('is not invented when the text begins at once', () => {
    expect(outline(body)).toEqual([
      ['title', 'titleMissing', ''],
      ['paragraph', '', expect.any(String)],
    ])
  })
  test('in capitals is kept as typed', () => {
    expect(outline(bold('HỘI NGHỊ TỔNG KẾT NĂM 2026'), body)[0]).toEqual([
      'title',
      'titleByBold',
      'HỘI NGHỊ TỔNG KẾT NĂM 2026',
    ])
  })
  test('has its kicker above it, in capitals', () => {
    expect(
      outline(bold('CHÀO MỪNG ĐẠI HỘI'), bold('Thái Nguyên đổi mới từ cơ sở'), body).slice(0, 2),
    ).toEqual([
      ['paragraph', 'kicker', 'CHÀO MỪNG ĐẠI HỘI'],
      ['title', 'titleByBold', 'Thái Nguyên đổi mới từ cơ sở'],
    ])
  })
  test('set over two centred lines is one', () => {
    const centred = { align: 'centre' } as const
    expect(outline(bold('Thái Nguyên đón', centred), bold('hai triệu lượt khách', centred), body)[0]).toEqual(
      ['title', 'titleByBold', 'Thái Nguyên đón hai triệu lượt khách'],
    )
  })
  test('of a paper is the kind of paper and its subject, after the national heading', () => {
    expect(
      outline(
        bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { align: 'centre' }),
        bold('Độc lập - Tự do - Hạnh phúc', { align: 'centre' }),
        bold('KẾ HOẠCH', { align: 'centre' }),
        bold('Thông tin đối ngoại năm 2026', { align: 'centre' }),
        body,
      ).map(([kind, , text]) => [kind, text]),
    ).toEqual([
      ['heading', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['heading', 'Độc lập - Tự do - Hạnh phúc'],
      ['title', 'KẾ HOẠCH Thông tin đối ngoại năm 2026'],
      ['paragraph', expect.any(String)],
    ])
  })
})

describe('a file that opens oddly', () => {
  test('title and lead in one paragraph, a line break between them, are told apart', () => {
    const lead = 'Mười tháng qua, du lịch Thái Nguyên đón hơn hai triệu lượt khách, vượt kế hoạch cả năm.'
    expect(outline(bold(`Du lịch Thái Nguyên vượt kế hoạch\n${lead}`), body).slice(0, 2)).toEqual([
      ['title', 'titleByBold', 'Du lịch Thái Nguyên vượt kế hoạch'],
      ['lead', 'leadByBold', lead],
    ])
  })
  test('a title broken in two by a line break is one', () => {
    expect(outline(bold('Thái Nguyên đón\nhai triệu lượt khách'), body)[0]?.[2]).toBe(
      'Thái Nguyên đón hai triệu lượt khách',
    )
  })
  test('a caption above the title is no title', () => {
    const caption = italic('Đồi chè Tân Cương.', { align: 'centre' })
    expect(
      outline(picture, caption, line('Ảnh: An', { size: 14 }, { align: 'centre' }), title, body).slice(0, 2),
    ).toEqual([
      ['figure', 'captionByItalic', 'Đồi chè Tân Cương.'],
      ['title', 'titleByBold', 'Thái Nguyên đón hai triệu lượt khách'],
    ])
  })
})

describe('the lead', () => {
  const long = 'Mười tháng qua, du lịch Thái Nguyên đón hơn hai triệu lượt khách, vượt kế hoạch cả năm.'
  test('is the bold paragraph after the title', () => {
    expect(outline(title, bold(long), body)[1]).toEqual(['lead', 'leadByBold', long])
  })
  test('may be italic', () => {
    expect(outline(title, italic(long), body)[1]).toEqual(['lead', 'leadByItalic', long])
  })
  test('comes after the hour and the writer, too', () => {
    const page = outline(title, line('24/11/2026 08:00'), line('Thu Hà'), bold(long), body)
    expect(page.map(([kind]) => kind)).toEqual(['title', 'lead', 'paragraph', 'paragraph', 'paragraph'])
  })
  test('is where the file says so, though a picture stands before it', () => {
    const page = outline(title, picture, line(long, {}, { role: 'subtitle' }), body)
    expect(page.map(([kind]) => kind)).toEqual(['title', 'lead', 'figure', 'paragraph'])
  })
  test('is not a short bold line: that is a heading', () => {
    expect(outline(title, bold('Khởi sắc'), body)[1]).toEqual(['heading', 'headingByBold', 'Khởi sắc'])
  })
})

describe('figures', () => {
  const figure = (...under: readonly ImportedItem[]) =>
    propose(title, body, picture, ...under, body).blocks.find((block) => block.kind === 'figure')
  test('take the italic paragraph under them as caption, and the credit at its end', () => {
    expect(figure(italic('Du khách thăm đồi chè Tân Cương. Ảnh: Thu Hà'))).toMatchObject({
      guess: 'captionByItalic',
      credit: 'Thu Hà',
      runs: [{ text: 'Du khách thăm đồi chè Tân Cương.', marks: {} }],
    })
  })
  test.each([
    'Ảnh: Thu Hà',
    '(Ảnh: Thu Hà)',
    'Nguồn: Thu Hà',
    'Ảnh : Thu Hà.',
    'Nguồn ảnh: Thu Hà',
    'ẢNH: Thu Hà',
  ])('take "%s" under them as credit', (text) => {
    expect(figure(line(text))).toMatchObject({ credit: 'Thu Hà', runs: [], guess: 'creditLine' })
  })
  test('take caption and credit from two lines', () => {
    expect(figure(italic('Đồi chè Tân Cương.'), italic('Ảnh: Thu Hà'))).toMatchObject({
      credit: 'Thu Hà',
      runs: [{ text: 'Đồi chè Tân Cương.', marks: {} }],
    })
  })
  test('take no ordinary paragraph', () => {
    expect(figure()).toMatchObject({ guess: 'pictureAlone', runs: [] })
  })
})

describe('the end', () => {
  const byline = (...last: readonly ImportedItem[]) => propose(title, body, ...last).metadata
  test.each([
    [bold('Nguyễn Thu Hà'), 'Nguyễn Thu Hà'],
    [bold('THU HÀ - QUỐC VIỆT'), 'THU HÀ - QUỐC VIỆT'],
    [line('Thu Hà', { size: 14 }, { align: 'end' }), 'Thu Hà'],
    [line('Bài, ảnh: Thu Hà'), 'Thu Hà'],
    [line('Thực hiện: Thu Hà và Quốc Việt'), 'Thu Hà và Quốc Việt'],
    [line('Tin, ảnh: Thu Hà.'), 'Thu Hà'],
  ])('names the writer', (last, name) => {
    expect(byline(last)).toEqual({ byline: name })
  })
  test('names the source after the writer', () => {
    expect(byline(bold('Thu Hà'), italic('(Theo TTXVN)'))).toEqual({ byline: 'Thu Hà', source: 'TTXVN' })
  })
  test('is no byline when it is a sentence, a signature or a plain short line', () => {
    expect(byline(bold('Hội nghị bế mạc chiều nay.'))).toEqual({})
    expect(byline(bold('KT. CHỦ TỊCH'), bold('PHÓ CHỦ TỊCH'), bold('Bùi Văn Mẫu'))).toEqual({})
    expect(byline(line('Võ Nhai'))).toEqual({})
    expect(byline(line('Tin: bão số 9 sắp vào Biển Đông'))).toEqual({})
  })
  test.each([
    'Theo kế hoạch, hội nghị bế mạc chiều nay.',
    'Theo Sở Y tế tỉnh Thái Nguyên đã có 12 ca',
    'Nguồn nước đã được bảo vệ tốt hơn.',
  ])('takes no sentence for a source: %s', (text) => {
    const proposal = propose(title, body, line(text))
    expect(propose(title, body, italic('Theo đúng kế hoạch đã đề ra')).metadata).toEqual({})
    expect(proposal.metadata).toEqual({})
    expect(proposal.blocks.at(-1)?.runs[0]?.text).toBe(text)
  })
  test.each([
    [line('Nguồn: Sở Y tế'), 'Sở Y tế'],
    [line('(Theo Báo Nhân Dân)'), 'Báo Nhân Dân'],
    [line('Theo TTXVN', { size: 14 }, { align: 'end' }), 'TTXVN'],
  ])('names the source by itself', (last, source) => {
    expect(byline(last)).toEqual({ source })
  })
  test('is found above text boxes, which follow everything in a Word file, and in one when there is no other', () => {
    const box = (text: string) => line(text, { size: 11 }, { beside: true })
    const boxes = [
      box('Hộp số liệu'),
      box('Năm 2026: 2 triệu lượt khách'),
      box('Năm 2025: 1,6 triệu lượt khách'),
    ]
    const proposal = propose(title, body, bold('Thu Hà'), ...boxes)
    expect(proposal.metadata).toEqual({ byline: 'Thu Hà' })
    expect(proposal.blocks.at(-1)?.runs[0]?.text).toBe('Năm 2025: 1,6 triệu lượt khách')
    expect(byline(bold('Thu Hà', { beside: true }))).toEqual({ byline: 'Thu Hà' })
  })
  test('is found above footnotes', () => {
    const note: ImportedItem = { kind: 'note', label: '1', runs: [{ text: 'Theo báo cáo.' }] }
    expect(propose(title, body, bold('Thu Hà'), note)).toMatchObject({ metadata: { byline: 'Thu Hà' } })
  })
})

describe('datelines', () => {
  test('on a line of their own move to the metadata', () => {
    const proposal = propose(title, italic('Thái Nguyên, ngày 24/11/2026'), body)
    expect(proposal.metadata).toEqual({ place: 'Thái Nguyên', dateline: 'Thái Nguyên, ngày 24/11/2026' })
    expect(proposal.blocks).toHaveLength(2)
  })
  test.each([
    ['Võ Nhai, 24/11 - ', 'Võ Nhai'],
    ['(TN) - ', ''],
    ['(Báo Thái Nguyên) – ', ''],
    ['TNO - ', ''],
    ['TTXVN – ', ''],
    ['Thái Nguyên (TTXVN) - ', 'Thái Nguyên'],
    ['Thái Nguyên, ngày 24/11/2026 (TTXVN) - ', 'Thái Nguyên'],
  ])('that open a paragraph, "%s", are told and stay in the text', (opening, place) => {
    const rain = 'Sáng nay, mưa lớn làm nhiều tuyến đường bị sạt lở.'
    const { metadata, blocks } = propose(title, line(opening + rain))
    expect(metadata).toEqual(place === '' ? {} : { place })
    expect(blocks[1]).toMatchObject({ runs: [{ text: opening + rain }], dateline: opening.length })
  })
  test('open a lead as well', () => {
    const lead = bold('(TN) - Mười tháng qua, du lịch Thái Nguyên đón hơn hai triệu lượt khách.')
    expect(propose(title, lead, body).blocks[1]).toMatchObject({ kind: 'lead', dateline: 7 })
  })
  test.each([
    'UBND - HĐND tỉnh họp.',
    'Đội A (đội nhà) - Đội B',
    'COVID - một năm nhìn lại',
    'VAR - và sau đó',
  ])('are not seen in "%s"', (text) => {
    expect(propose(title, line(text), body).blocks[1]).toMatchObject({ dateline: 0 })
  })
})

describe('lists, quotes and dividers', () => {
  test('two dashed lines are bullets, a single one is speech', () => {
    expect(
      outline(title, line('- gạo;'), line('- nước.'), body, line('- Xin ông cho biết?')).slice(1),
    ).toEqual([
      ['bullet', 'dashBullet', 'gạo;'],
      ['bullet', 'dashBullet', 'nước.'],
      ['paragraph', '', expect.any(String)],
      ['paragraph', '', '- Xin ông cho biết?'],
    ])
  })
  test('typed numbers are a list only when they count from one', () => {
    expect(outline(title, line('1. gạo;'), line('2. nước.'), body).slice(1, 3)).toEqual([
      ['number', 'typedNumber', 'gạo;'],
      ['number', 'typedNumber', 'nước.'],
    ])
    expect(outline(title, line('3. gạo;'), line('5. nước.'), body)[1]?.[2]).toBe('3. gạo;')
  })
  test('24/11 and km/h begin no list', () => {
    expect(
      outline(title, line('24/11 là ngày hội.'), line('25/11 bế mạc.'))
        .slice(1)
        .map(([kind]) => kind),
    ).toEqual(['paragraph', 'paragraph'])
  })
  test('italic speech in quotation marks is a quote, three stars a divider', () => {
    expect(outline(title, body, italic('“Chúng tôi rất vui.”'), line('* * *')).slice(2)).toEqual([
      ['quote', 'quoteByItalic', '“Chúng tôi rất vui.”'],
      ['divider', 'dividerByLine', ''],
    ])
  })
})

describe('the text', () => {
  test('is NFC though a run ends between a letter and its mark (LANG1)', () => {
    const split = bodyParagraph([{ text: 'Vie' }, { text: '\u0323\u0302t Nam đổi mới.', bold: true }])
    expect(propose(title, split).blocks[1]?.runs).toEqual([
      { text: 'Việ', marks: {} },
      { text: 't Nam đổi mới.', marks: { bold: true } },
    ])
  })
  test('has Đ for the old Ð in Vietnamese, and keeps it elsewhere', () => {
    expect(outline(line('Ðảng bộ tỉnh'), body)[0]?.[2]).toBe('Đảng bộ tỉnh')
    const english = line('Ðóra spoke at the meeting in Reykjavik yesterday about the harvest of the year')
    expect(outline(line('News'), english)[1]?.[2]).toMatch(/^Ðóra/)
  })
  test('keeps a no-break space between number and unit only', () => {
    expect(outline(title, line('Rộng 5\u00a0km,\u00a0dài 1\u00a0000\u00a0m, gần\u00a0sông.'))[1]?.[2]).toBe(
      'Rộng 5\u00a0km, dài 1\u00a0000\u00a0m, gần sông.',
    )
  })
  test('warns of links that lead nowhere and of lost characters', () => {
    const bad = bodyParagraph([{ text: 'xem', link: 'file:///C:/a.doc' }, { text: ' \ufffd' }])
    const { blocks, warnings } = propose(title, bad)
    expect(blocks[1]?.runs).toEqual([{ text: 'xem \ufffd', marks: {} }])
    expect(warnings).toEqual([
      { code: 'linksDropped', facts: { count: 1 } },
      { code: 'charactersLost', facts: { count: 1 } },
    ])
  })
})

test.each([
  ['vi', 'Sáng nay, đồng chí Bí thư Tỉnh ủy đã thăm bà con.'],
  ['vi', 'Sang nay tinh Thai Nguyen to chuc hoi nghi'],
  ['en', 'The province welcomed two million visitors this year.'],
  ['zh', '太原省今年接待游客两百万人次。'],
  ['ko', '타이응우옌성은 올해 관광객 200만 명을 맞았다.'],
] as const)('the language of "%s" is guessed', (language, text) => {
  expect(propose(line(text)).language).toBe(language)
})
