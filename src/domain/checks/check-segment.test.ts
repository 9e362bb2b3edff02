import process from 'node:process'
import { expect, test } from 'vitest'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import type { MetTerm } from '#domain/terms/recognise.ts'
import { checkSegment } from './check-segment.ts'
import { type Finding, findingId } from './finding.ts'
import { sentenceCases } from './sentences.test-kit.ts'

type Asked = Readonly<{ from?: string; to?: string; terms?: readonly MetTerm[] }>

function check(
  source: CodedText | string,
  target: CodedText | string,
  asked: Asked = {},
): readonly Finding[] {
  return checkSegment({
    source: typeof source === 'string' ? [source] : source,
    target: typeof target === 'string' ? [target] : target,
    sourceLanguage: asked.from ?? 'vi',
    targetLanguage: asked.to ?? 'en',
    terms: asked.terms ?? [],
  })
}

function kinds(found: readonly Finding[]): readonly string[] {
  return found.map(({ kind }) => kind)
}

function bold(code: 'open' | 'close', number = 1): InlineCode {
  return { code, number, mark: 'bold', value: '' }
}

test('a finding says where it stands and what the target would write', () => {
  const [found] = check('Thu 1.200 tỷ đồng.', 'It collected 1.2 billion dong.')
  expect(found).toEqual({
    kind: 'value-changed',
    severity: 'error',
    source: [{ start: 4, end: 17 }],
    target: [{ start: 13, end: 29 }],
    facts: {
      what: 'number',
      value: '1.200 tỷ đồng',
      expected: '1.2 trillion dong',
      found: '1.2 billion dong',
    },
  })
})

test('a lunar date is not taken for a solar one', () => {
  const source = 'Hội mở ngày 10 tháng 3 âm lịch.'
  expect(check(source, 'The fair opens on the 10th day of the third lunar month.')).toEqual([])
  expect(check(source, '庙会于农历三月初十开幕。', { to: 'zh' })).toEqual([])
  expect(check(source, '축제는 음력 3월 10일에 열린다.', { to: 'ko' })).toEqual([])
  expect(kinds(check(source, 'The fair opens on March 10.'))).toEqual(['value-changed'])
})

test('words for small numbers are not missed, digits are', () => {
  expect(check('Một người dân kể lại.', 'A resident recalled it.')).toEqual([])
  expect(kinds(check('Có 3 trường mới.', 'There are four new schools.'))).toEqual(['value-changed'])
  expect(check('Có ba trường mới.', 'There are 3 new schools.')).toEqual([])
  expect(kinds(check('Có ba trường mới.', 'There is 1 new school.'))).toEqual(['value-changed'])
})

test('inline codes are all carried over, once, and in order', () => {
  const source: CodedText = ['Xã ', bold('open'), 'Định Hóa', bold('close'), ' đổi mới.']
  expect(check(source, [bold('open'), 'Dinh Hoa', bold('close'), ' commune renews itself.'])).toEqual([])
  expect(kinds(check(source, 'Dinh Hoa commune renews itself.'))).toEqual(['code-missing', 'code-missing'])
  const extra: CodedText = [
    bold('open'),
    'Dinh Hoa',
    bold('close'),
    ' commune ',
    bold('open', 2),
    'renews',
    bold('close', 2),
    '.',
  ]
  expect(kinds(check(source, extra))).toEqual(['code-extra', 'code-extra'])
  expect(kinds(check(source, [bold('close'), 'Dinh Hoa', bold('open'), ' commune renews itself.']))).toEqual([
    'code-order',
  ])
})

test('placeholders and addresses are carried over letter by letter', () => {
  expect(
    check(
      'Chào {{name}}, xem https://thainguyen.vn/a?b=1.',
      'Hello {{name}}, see https://thainguyen.vn/a?b=1.',
    ),
  ).toEqual([])
  expect(kinds(check('Chào {{name}}!', 'Hello {{nam}}!'))).toEqual(['address-missing', 'address-extra'])
})

const eastSea: MetTerm = {
  term: 'Biển Đông',
  source: { start: 0, end: 9 },
  allowed: ['East Sea'],
  forbidden: ['South China Sea'],
}

test('a term wants one of its forms; a forbidden form is told, but not inside an allowed one', () => {
  const terms = [eastSea]
  expect(check('Biển Đông lặng sóng.', 'The East Sea is calm.', { terms })).toEqual([])
  expect(kinds(check('Biển Đông lặng sóng.', 'The water is calm.', { terms }))).toEqual(['term-missing'])
  const [forbidden] = check('Biển Đông lặng sóng.', 'The South China Sea is calm.', { terms })
  expect(forbidden).toMatchObject({
    kind: 'term-forbidden',
    severity: 'error',
    facts: { found: 'South China Sea', allowed: 'East Sea' },
  })
})

test('terms are found in Chinese without spaces and in Korean with a particle, not inside another English word', () => {
  const committee = (allowed: string): MetTerm => ({
    term: 'Ủy ban nhân dân',
    source: { start: 0, end: 15 },
    allowed: [allowed],
    forbidden: [],
  })
  expect(
    check('Ủy ban nhân dân họp.', '省人民委员会开会。', { to: 'zh', terms: [committee('人民委员会')] }),
  ).toEqual([])
  expect(
    check('Ủy ban nhân dân họp.', '인민위원회는 회의를 열었다.', {
      to: 'ko',
      terms: [committee('인민위원회')],
    }),
  ).toEqual([])
  const tea: MetTerm = { term: 'chè', source: { start: 0, end: 3 }, allowed: ['tea'], forbidden: [] }
  expect(kinds(check('Chè ngon lắm.', 'The team is good.', { terms: [tea] }))).toEqual(['term-missing'])
  expect(check('Chè ngon lắm.', 'The teas are good.', { terms: [tea] })).toEqual([])
})

test('a form forbidden anywhere is told though the source has no such term', () => {
  const anywhere: MetTerm = {
    term: 'Hoàng Sa',
    source: undefined,
    allowed: ['Hoang Sa (Paracel)'],
    forbidden: ['Xisha'],
  }
  expect(kinds(check('Quần đảo ở miền Trung.', 'The Xisha islands.', { terms: [anywhere] }))).toEqual([
    'term-forbidden',
  ])
  expect(check('Quần đảo ở miền Trung.', 'Islands in the centre.', { terms: [anywhere] })).toEqual([])
})

test('a form forbidden by the source’s term and everywhere is told once', () => {
  const terms = [{ ...eastSea, source: undefined }, eastSea]
  const found = check('Biển Đông lặng sóng.', 'The South China Sea is calm.', { terms })
  expect(found).toMatchObject([{ kind: 'term-forbidden', source: [eastSea.source] }])
})

test('what is left untranslated is told; names, numbers and codes are not', () => {
  expect(kinds(check('Trời nắng đẹp.', 'Trời nắng đẹp.'))).toEqual(['same-as-source'])
  expect(check('Thái Nguyên', 'Thái Nguyên')).toEqual([])
  expect(check('COVID-19, 24/11/2026', 'COVID-19, 24/11/2026')).toEqual([])
  expect(check('Nguyễn Văn An phát biểu.', 'Nguyễn Văn An spoke.')).toEqual([])
  const [left] = check('Phường Tân Lập tổ chức hội nghị.', 'Tân Lập ward held a hội nghị yesterday.')
  expect(left).toMatchObject({ kind: 'source-words', facts: { words: 'hội nghị' } })
  expect(kinds(check('회의가 끝났다.', '会议已 끝났다。', { from: 'ko', to: 'zh' }))).toEqual([
    'source-words',
  ])
  expect(kinds(check('会议结束了。', '회의가 结束了.', { from: 'zh', to: 'ko' }))).toEqual(['source-words'])
  expect(check('安沛省', 'Yen Bai province (安沛)', { from: 'zh' })).toEqual([])
  expect(
    kinds(check('They went to the old market.', 'Họ đã went to the old market.', { from: 'en', to: 'vi' })),
  ).toEqual(['source-words'])
})

test('an exclamation may become a stop, as Vietnamese has it', () => {
  expect(check('What a day!', 'Một ngày thật đẹp.', { from: 'en', to: 'vi' })).toEqual([])
})

test('a heading has no stop and gets none', () => {
  expect(check('Thái Nguyên đổi mới', 'Thai Nguyen renews itself')).toEqual([])
  expect(kinds(check('Thái Nguyên đổi mới', 'Thai Nguyen renews itself.'))).toEqual(['end-extra'])
})

test('half-width marks between Chinese characters are told', () => {
  const [found] = check('Trà ngon, giá rẻ.', '茶好,价廉。', { to: 'zh' })
  expect(found).toMatchObject({ kind: 'mark-form', facts: { found: ',', expected: '，' } })
})

test('words doubled by a slip are told, doubled on purpose they are not', () => {
  expect(kinds(check('Bầu trời xanh.', 'The the sky is blue.'))).toEqual(['word-doubled'])
  expect(kinds(check('The sky is blue.', 'Bầu trời của của ta xanh.', { from: 'en', to: 'vi' }))).toEqual([
    'word-doubled',
  ])
  expect(check('The sky is bluish.', 'Bầu trời xanh xanh.', { from: 'en', to: 'vi' })).toEqual([])
  expect(check('Ai cũng vui.', '人人都高兴。', { to: 'zh' })).toEqual([])
  expect(kinds(check('Trời xanh.', '蓝色的的天空。', { to: 'zh' }))).toEqual(['word-doubled'])
  expect(kinds(check('Trời xanh.', '하늘은 하늘은 파랗다.', { to: 'ko' }))).toEqual(['word-doubled'])
})

test('straight quotes are counted, inches are not', () => {
  expect(check('Chọn "0" rồi bấm.', 'Choose "0" and press.')).toEqual([])
  expect(check('Màn hình 32 inch.', 'A 32" screen.')).toEqual([])
  expect(kinds(check('Chọn "vi" rồi bấm.', 'Choose "vi and press.'))).toEqual(['quotes-unpaired'])
})

test('spaces by accident are told', () => {
  expect(kinds(check('Trời xanh.', 'The  sky is blue.'))).toEqual(['space-doubled'])
  expect(kinds(check('Trời xanh, mây trắng.', 'Blue sky , white clouds.'))).toEqual(['space-before-mark'])
  expect(kinds(check('Trời xanh.', ' Blue sky.'))).toEqual(['space-edges'])
  expect(kinds(check('Trời xanh.', 'Blue\u200b sky.'))).toEqual(['character-invisible'])
})

test('a translation far too short is a notice', () => {
  const source =
    'Sáng nay, lãnh đạo tỉnh đã đến thăm và tặng quà các gia đình chính sách trên địa bàn phường.'
  expect(check(source, 'Leaders paid visits.')).toMatchObject([
    { kind: 'length-unlikely', facts: { longer: 'source' } },
  ])
})

test('an ignored finding is known again while its words stay, wherever it stands', () => {
  const [source, first, second] = ['Thu 25 tỷ.', 'It took 52 billion.', 'In all it took 52 billion.']
  const id = (target: string) => check(source, target).map((found) => findingId(found, source, target))
  expect(id(first)).toEqual(id(second))
  expect(id(first)).not.toEqual(id('It took 53 billion.'))
  expect(id(first)[0]).toMatch(/^value-changed:[0-9a-f]{16}$/)
})

test('10,000 segment pairs take less than two seconds of processor time', () => {
  const pairs = sentenceCases.flatMap(({ right, wrong }) => [
    [right[0], right[1], 'vi', 'en'],
    [right[1], wrong[2], 'en', 'zh'],
    [right[2], right[3], 'zh', 'ko'],
    [right[3], wrong[0], 'ko', 'vi'],
  ])
  const run = (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const [source, target, from, to] of pairs)
        check(source ?? '', target ?? '', { from: from ?? '', to: to ?? '' })
    }
  }
  run(5)
  const begun = process.cpuUsage()
  run(Math.ceil(10_000 / pairs.length))
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1e6).toBeLessThan(2)
})

test('the same sentence checked against its own language asks for no translation', () => {
  expect(check('Trời nắng đẹp.', 'Trời nắng đẹp.', { to: 'vi' })).toEqual([])
})
