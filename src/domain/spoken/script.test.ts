import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SpokenOptions, type SpokenPiece, spokenPieces, spokenText } from './script.ts'

const say = (text: string, options?: SpokenOptions) => spokenText(spokenPieces(text, options))
const choicesOf = (text: string) =>
  spokenPieces(text).flatMap((piece) => (piece.kind === 'choice' ? [piece.choices] : []))

describe('numbers, dates and times as they are said in the North', () => {
  test.each([
    ['đón 12.500 lượt khách', 'đón mười hai nghìn năm trăm lượt khách'],
    ['1.200 tỷ đồng', 'một nghìn hai trăm tỷ đồng'],
    ['3,84 × 1,92 m', 'ba phẩy tám mươi tư nhân một phẩy chín mươi hai mét'],
    ['tăng 18,5%', 'tăng mười tám phẩy năm phần trăm'],
    ['60 km/h', 'sáu mươi ki-lô-mét trên giờ'],
    ['25 m² và 3 ha', 'hai mươi lăm mét vuông và ba héc-ta'],
    ['-5°C', 'âm năm độ xê'],
    ['12.500đ/kg', 'mười hai nghìn năm trăm đồng trên ki-lô-gam'],
    ['70 triệu đồng/người/năm', 'bảy mươi triệu đồng trên người trên năm'],
    ['$5', 'năm đô la'],
    ['½ số hộ', 'một phần hai số hộ'],
    ['24/11/2026', 'ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu'],
    ['Ngày 2/9', 'Ngày mùng hai tháng chín'],
    ['sáng 24/11', 'sáng ngày hai mươi tư tháng mười một'],
    ['mùng 5 tháng 4', 'mùng năm tháng tư'],
    ['ngày 10/3 âm lịch', 'ngày mùng mười tháng ba âm lịch'],
    ['ngày 24-26/11', 'ngày hai mươi tư đến hai mươi sáu tháng mười một'],
    ['tháng 9/2026', 'tháng chín năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 4, tháng 5', 'tháng tư, tháng năm'],
    ['quý IV/2026', 'quý bốn năm hai nghìn không trăm hai mươi sáu'],
    ['2025–2030', 'hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi'],
    ['năm học 2025-2026', 'năm học hai nghìn không trăm hai mươi lăm, hai nghìn không trăm hai mươi sáu'],
    ['5-7 triệu', 'năm đến bảy triệu'],
    ['14h30', 'mười bốn giờ ba mươi phút'],
    ['7h', 'bảy giờ'],
    ['14:02', 'mười bốn giờ không hai phút'],
    ['6 giờ 05', 'sáu giờ không năm phút'],
    ['khóa XIV, thế kỷ XXI', 'khóa mười bốn, thế kỷ hai mươi mốt'],
    ['lần thứ I, lần thứ IV, thứ 4', 'lần thứ nhất, lần thứ tư, thứ tư'],
    ['gọi 113', 'gọi một một ba'],
    ['0208 3855 555', 'không hai không tám, ba tám năm năm, năm năm năm'],
    ['tỷ số 2-1', 'tỷ số hai một'],
    ['Bảng 2.1.3', 'Bảng hai chấm một chấm ba'],
  ])('"%s" is "%s"', (written, spoken) => {
    expect(say(written)).toBe(spoken)
  })
})

describe('what is official', () => {
  test.each([
    ['UBND TP. Thái Nguyên', 'ủy ban nhân dân thành phố Thái Nguyên'],
    ['PGS.TS. Trần Anh', 'phó giáo sư, tiến sĩ Trần Anh'],
    ['Sở GD&ĐT và Sở VH,TT&DL', 'Sở giáo dục và đào tạo và Sở văn hóa, thể thao và du lịch'],
    [
      'Nghị định số 12/2026/NĐ-CP',
      'Nghị định số mười hai năm hai nghìn không trăm hai mươi sáu của Chính phủ',
    ],
    ['số 45/QĐ-TTg', 'số bốn mươi lăm, quyết định của Thủ tướng Chính phủ'],
    [
      'Luật 117/2025/QH15',
      'Luật một trăm mười bảy năm hai nghìn không trăm hai mươi lăm, Quốc hội khóa mười lăm',
    ],
    ['QL3 và ĐT.261', 'quốc lộ ba và đường tỉnh hai trăm sáu mươi mốt'],
    ['COVID-19, H5N1, 5G', 'cô-vít mười chín, hát năm en-nờ một, năm giê'],
    ['quỹ ABCX', 'quỹ a bê xê ích-xì'],
    ['LỄ KHAI MẠC TẠI TÂN CƯƠNG', 'LỄ KHAI MẠC TẠI TÂN CƯƠNG'],
  ])('"%s" is "%s"', (written, spoken) => {
    expect(say(written)).toBe(spoken)
  })
})

test('what only a person knows is a choice with its place, and a pick is said', () => {
  expect(choicesOf('2/3')).toEqual([['ngày mùng hai tháng ba', 'hai phần ba', 'hai trên ba']])
  expect(choicesOf('P. Trung Tâm')).toEqual([['phường', 'phòng']])
  expect(choicesOf('1,250 và 1.5')).toEqual([
    ['một phẩy hai năm không', 'một nghìn hai trăm năm mươi'],
    ['một phẩy năm', 'một chấm năm'],
  ])
  expect(choicesOf('ngày 2/9, 35 xã')).toEqual([])
  expect(say('có 2/3', { picks: new Map([[3, 1]]) })).toBe('có hai phần ba')
})

test('addresses, emoji and signs without a name are dropped and told; foreign words are marked', () => {
  const text = 'Xem https://thainguyen.gov.vn 😀 #ThaiNguyen, video của Trump, 环球 ☂'
  const told = spokenPieces(text).flatMap((piece) =>
    piece.kind === 'dropped' || piece.kind === 'foreign'
      ? [[piece.kind, text.slice(piece.source.start, piece.source.end)]]
      : [],
  )
  expect(told).toEqual([
    ['dropped', 'https://thainguyen.gov.vn'],
    ['dropped', '😀'],
    ['dropped', '#ThaiNguyen'],
    ['foreign', 'video'],
    ['foreign', 'Trump'],
    ['foreign', '环球'],
    ['dropped', '☂'],
  ])
  expect(say(text)).toBe('Xem, video của Trump, 环球')
})

test('a newsroom’s own abbreviation takes the place of a shipped one', () => {
  const own = [{ written: 'BTV', spoken: ['ban thường vụ Tỉnh ủy'], source: 'Báo Thái Nguyên' }]
  expect(say('BTV họp', { abbreviations: own })).toBe('ban thường vụ Tỉnh ủy họp')
})

function cover(text: string, pieces: readonly SpokenPiece[]): string {
  return pieces.map(({ source }) => text.slice(source.start, source.end)).join('')
}

test('the pieces of any text are the whole text, and no digit is left in what is said', () => {
  const bits = fc.constantFrom(
    ...[
      '24',
      '11',
      '/',
      '-',
      '.',
      ',',
      ':',
      'h',
      ' ',
      ' ngày ',
      ' tháng ',
      '2026',
      '0',
      '05',
      'UBND',
      'NĐ-CP',
    ],
    ...[
      'XIV',
      '%',
      ' km',
      '²',
      '①',
      '٣',
      '３',
      '½',
      '×',
      'x',
      'Đ',
      'QL3',
      '°C',
      '+84 ',
      '😀',
      ' 你好',
      '한국',
      '\n',
    ],
    ...[
      'www.a.vn/1',
      'a1@b.vn',
      '#x2',
      '⁵',
      'Ⅳ',
      '𝟗',
      '(',
      ')',
      '–',
      'mp3',
      '₂',
      '$',
      'COVID-19',
      'TP.',
      '1️⃣',
      '٪',
    ],
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
      const text = parts.join('').normalize('NFC')
      const pieces = spokenPieces(text)
      expect(cover(text, pieces)).toBe(text)
      expect(spokenText(pieces)).not.toMatch(/\p{N}/u)
    }),
    { numRuns: 3000 },
  )
})

test('any Unicode text goes through whole, without a digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (raw) => {
      const text = raw.normalize('NFC')
      const pieces = spokenPieces(text)
      expect(cover(text, pieces)).toBe(text)
      expect(spokenText(pieces)).not.toMatch(/\p{N}/u)
    }),
    { numRuns: 500 },
  )
})
