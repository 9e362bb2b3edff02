import { describe, expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { paragraphText } from '#domain/imported-text.ts'
import { besideProject } from '#tests/beside-project.ts'
import { wrappedPlan } from '#tests/fixtures/import/wrapped-plan.ts'
import { decodeText } from './decode-text.ts'
import { readText } from './read-text.ts'

function lines(text: string): readonly string[] {
  return readText(text).items.map((item) =>
    'runs' in item ? paragraphText(item).normalize('NFC') : item.kind,
  )
}

describe('text broken by the width of a page', () => {
  test('becomes paragraphs again, whatever stood between its lines', () => {
    expect(lines(wrappedPlan)).toEqual([
      'THÔNG BÁO',
      'Về việc tổ chức Ngày hội văn hóa các dân tộc năm 2026',
      'Thực hiện Công văn số 120/UBND-VX ngày 12/01/2026 của Ủy ban nhân dân tỉnh về việc tổ chức các hoạt động văn hóa phục vụ phát triển kinh tế - xã hội, giai đoạn 2026 - 2030, Sở thông báo theo Quyết định số 15/QĐ-SVHTT như sau:',
      'I. MỤC ĐÍCH',
      '1. Mục đích chung',
      'Giới thiệu bản sắc văn hóa của các dân tộc trong tỉnh đến đông đảo nhân dân và du khách trong nước, quốc tế theo quy định hiện hành[1]. Các xã, phường chủ động chuẩn bị.',
      'Bảo đảm kỷ cương, tiết kiệm, an toàn cho mọi người tham gia trong suốt thời gian diễn ra ngày hội.',
      'a) Thời gian: từ ngày 02/3/2026 đến hết ngày 05/3/2026 tại Quảng trường trung tâm và các nhà văn hóa;',
      'b) Thành phần: đại diện các sở, ngành, đoàn thể và nhân dân.',
      'II. TỔ CHỨC THỰC HIỆN',
      'Các đơn vị căn cứ thông báo này để triển khai thực hiện, kịp thời báo cáo khó khăn, vướng mắc về Sở để được hướng dẫn.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Văn Mẫu',
      'Quyết định số 15/QĐ-SVHTT của Sở Văn hóa về quy chế tổ chức lễ hội; công văn hướng dẫn kèm theo quyết định này.',
    ])
  })
  test('says what was joined, dropped and kept', () => {
    expect(readText(wrappedPlan).warnings).toEqual([
      { code: 'linesReflowed', facts: { lines: 27 } },
      { code: 'pageFurnitureDropped', facts: { count: 2 } },
      { code: 'notesKept', facts: { count: 1 } },
    ])
  })
  test('is proposed as an article in NFC (LANG1); the one who signs is no byline', () => {
    const { blocks, metadata, language } = proposeArticle(readText(wrappedPlan))
    expect(language).toBe('vi')
    expect(metadata).toEqual({})
    expect(blocks.map((block) => block.kind)).toEqual([
      'title',
      'paragraph',
      'heading',
      'heading',
      'bullet',
      'bullet',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
    const text = JSON.stringify(blocks)
    expect(text).toBe(text.normalize('NFC'))
  })
})

describe('text with a paragraph on each line', () => {
  test('keeps its lines, and dashes are left for the proposal to judge', () => {
    expect(lines('Tít bài\r\n\r\nĐoạn một dài.\r\n- Lời nói đầu\r\n')).toEqual([
      'Tít bài',
      'Đoạn một dài.',
      '- Lời nói đầu',
    ])
  })
  test('may be empty', () => {
    expect(readText('').items).toEqual([])
    expect(readText('\n \n\f\n').items).toEqual([])
  })
})

const plan = besideProject('samples/plan-2026.vi.txt')
describe.runIf(plan.present)(plan.title('the real plan'), () => {
  const { text } = decodeText(plan.present ? plan.read() : new Uint8Array())
  const { blocks, warnings, metadata } = proposeArticle(readText(text))
  const texts = blocks.map((block) => block.runs.map((run) => run.text).join(''))
  const outline = blocks.map((block, index) => `${block.kind}: ${texts[index]}`)

  test('loses no word', () => {
    const words = (of: string) => of.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
    const read = words(texts.join(' ').replace('hiện hành[1]', 'hiện hành1'))
    const typed = words(text).filter((word) => !/^([1-9]|10)$/.test(word))
    expect(read.filter((word) => !/^([1-9]|10)$/.test(word)).toSorted()).toEqual(typed.toSorted())
  })
  test('has its title, headings, lists and footnote', () => {
    expect(outline[0]).toBe('title: KẾ HOẠCH Công tác thông tin đối ngoại tỉnh Thái Nguyên năm 2026')
    expect(outline).toContain('heading: III. HÌNH THỨC THÔNG TIN ĐỐI NGOẠI')
    expect(outline).toContain(
      'heading: 2. Tuyên truyền thông qua việc tổ chức các hoạt động, sự kiện về chính trị, văn hóa, ngoại giao, thương mại, du lịch',
    )
    expect(blocks.filter((block) => block.kind === 'number')).toHaveLength(10)
    expect(texts.at(-1)).toMatch(/^\[1\] Nghị định số 72\/2015\/NĐ-CP .* Du lịch\.$/)
    expect(outline.find((line) => line.includes('[1].'))).toMatch(/^number: Rà soát, .* hiện hành\[1\]\.$/)
    expect(outline).toContainEqual(
      expect.stringMatching(/^paragraph: Trên đây là Kế hoạch .* thực hiện\.\/\.$/),
    )
    expect(texts.join('\n')).toContain('phát triển kinh tế - xã hội của tỉnh.')
    expect(texts.join('\n')).toContain('3851/QĐ-BVHTTDL')
    expect(texts.join('\n')).toContain('góp phần xây dựng biên giới hòa bình')
    expect(metadata.byline).toBeUndefined()
    expect(warnings.map((warning) => warning.code)).toEqual(['linesReflowed', 'notesKept'])
  })
})
describe('bytes of text files', () => {
  const utf16 = (text: string, little: boolean) => {
    const bytes = Buffer.from(text, 'utf16le')
    return little ? bytes : bytes.swap16()
  }
  const words = 'Tin từ Thái Nguyên: được mùa'
  test.each([
    ['utf-8', Buffer.from(words)],
    ['utf-8', Buffer.from(`\ufeff${words}`)],
    ['utf-16le', utf16(`\ufeff${words}`, true)],
    ['utf-16be', utf16(`\ufeff${words}`, false)],
    ['utf-16le', utf16('Plain English words without a mark', true)],
    ['utf-16be', utf16('Plain English words without a mark', false)],
  ] as const)('in %s are read, and their mark is dropped', (encoding, bytes) => {
    const decoded = decodeText(new Uint8Array(bytes))
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toMatch(/^(Tin từ Thái Nguyên: được mùa|Plain English words without a mark)$/)
  })
  test('in Windows-1258 are read as Vietnamese', () => {
    // "Tiếng Việt được mùa": ê, ô … have bytes of their own, tones follow as combining marks.
    const bytes = [
      0x54, 0x69, 0xea, 0xec, 0x6e, 0x67, 0x20, 0x56, 0x69, 0xea, 0xf2, 0x74, 0x20, 0xf0, 0xfd, 0xf5, 0xf2,
      0x63, 0x20, 0x6d, 0xf9, 0x61,
    ]
    const { text, encoding } = decodeText(new Uint8Array(bytes))
    expect(encoding).toBe('windows-1258')
    expect(text.normalize('NFC')).toBe('Tiếng Việt được mùa')
  })
  test('that are neither come one character a byte', () => {
    expect(decodeText(new Uint8Array([0xf1, 0xf6, 0xf4, 0xef, 0x63]))).toEqual({
      text: 'ñöôïc',
      encoding: 'windows-1252',
    })
  })
})
