import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

function sentences(text: string, language: string): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

/** Cases are written with `|` where a sentence ends. */
function expectCuts(language: string, cases: readonly string[]): void {
  for (const marked of cases) {
    const parts = marked.split('|')
    expect(sentences(parts.join(language === 'zh' ? '' : ' '), language)).toEqual(parts)
  }
}

describe('Vietnamese sentences', () => {
  it('go on behind titles, places and names cut to a letter', () => {
    expectCuts('vi', [
      'ThS. Nguyễn Văn An và PGS. TS. Lê Thị Bình dự hội nghị.|Hội nghị diễn ra tại TP. Thái Nguyên.',
      'GS.TS. Trần Đức, BS. Hòa và đ/c Minh có mặt.|Họ cùng phát biểu.',
      'Cơ quan đặt tại Q. Ba Đình, P. Trúc Bạch.|Đường hẹp.',
      'Toàn TP. có 32 phường.|Năm 2026 tăng.',
      'Công an bắt N. V. A. ở xã bên.|Đối tượng khai nhận.',
      'Ông T. Nguyễn khai báo.|Vụ việc đang điều tra.',
    ])
  })

  it('go on behind a number that heads them, and end behind a year', () => {
    expectCuts('vi', [
      '1. Phạm vi điều chỉnh của đề án.|Đề án gồm 3 phần.',
      'a) Hồ sơ gồm đơn.|Đơn viết tay.',
      'Điều 12. Hiệu lực thi hành từ ngày ký.|Chánh Văn phòng chịu trách nhiệm.',
      'Hội nghị kết thúc năm 2026.|Ông An phát biểu.',
      'II. Nhiệm vụ trọng tâm',
    ])
  })

  it('keep dates, amounts, addresses and short quotations whole', () => {
    expectCuts('vi', [
      'Ngày 24.11.2026, giá đạt 1.250.000 đồng, tăng 3,5%.|Xem tại www.thainguyen.gov.vn/tin.html hoặc gọi số 0208.3855.',
      '“Chúng tôi rất vui. Cảm ơn mọi người!”, ông Minh nói.|Buổi lễ kết thúc.',
      '“Bao giờ xong?” ông hỏi.|“Tháng sau.”|Anh đáp.',
      'Yahoo! là tên công ty.|Thật không?!|Thật.',
    ])
  })

  it('end behind an ellipsis only before a capital', () => {
    expectCuts('vi', [
      'Chè, cam, bưởi… Nông dân phấn khởi.'.replace('… ', '…|'),
      'Chè, cam… đều được giá.',
      'Anh ngập ngừng...|Rồi anh đi.',
    ])
  })

  it('do not end in brackets', () => {
    expectCuts('vi', ['Cầu mới (ảnh: A. Bình. Chụp sáng 24/11) đã thông xe.|Xe chạy êm.'])
  })
})

describe('English sentences', () => {
  it('go on behind abbreviations, and end behind those that may end one', () => {
    expectCuts('en', [
      'Mr. Smith met Dr. Lee at 5 p.m. on Monday.|They talked.',
      'He lives in the U.S. President Biden does too.',
      'He lives in the U.S.|The house is big.',
      'See No. 5 and p. 12.|No.|He refused.',
      'J. K. Rowling wrote it.|Apple Inc. rose 3.5 percent.|It fell later.',
      '“Why? I do not know,” she said.|He left.',
    ])
  })
})

describe('Chinese sentences', () => {
  it('end with the mark and its closing quote, but not before who said it', () => {
    expectCuts('zh', [
      '会议于11月24日举行。|省长出席会议。',
      '“什么时候完成？”他问。|大家都笑了！',
      '他说：“我很高兴。谢谢大家！”|仪式结束。',
      '会议结束。|“我很高兴。”他说。',
      '这是说明。|「字符串」变量含有字符串。|（完）',
      '增长3.5%。|详见www.example.cn。',
      '今年产量达1.2万吨；明年更高。',
    ])
  })
})

describe('Korean sentences', () => {
  it('go on behind dates, quotations and Latin abbreviations', () => {
    expectCuts('ko', [
      '행사는 2024. 11. 20. 하노이에서 열렸다.|많은 사람이 왔다.',
      '"언제 끝나나요?"라고 물었다.|그는 웃었다.',
      '“정말 기쁩니다. 감사합니다!” 라고 말했다.|행사가 끝났다.',
      'U.S. 정부는 3.5% 늘었다고 밝혔다.|아니다!|그렇다.',
    ])
  })
})

describe('any text', () => {
  const texts = fc.array(
    fc.constantFrom(
      'A',
      'b',
      'ơ',
      'Đ',
      '1',
      '24',
      '.',
      '…',
      '?',
      '!',
      '“',
      '”',
      '"',
      '(',
      ')',
      ' ',
      '\n',
      '中',
      '。',
      '한',
      'TP',
      'Mr',
      'v.v',
      '😀',
      '\u0301',
      ',',
    ),
    { maxLength: 40 },
  )
  it('is its sentences and the white space between them, in every language', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('vi', 'en', 'zh', 'ko', 'fr', 'ja'), (parts, language) => {
        const text = parts.join('')
        let at = 0
        for (const { start, end } of splitSentences(text, language)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
        expect(splitSentences(text, language)).toEqual(splitSentences(text, language))
      }),
      { numRuns: 300 },
    )
  })

  it('is cut again the same when a sentence is cut out of it', () => {
    const text = 'ThS. An nói. “Vui. Mừng!” là lời bà B. Cường. Hết.'
    for (const part of sentences(text, 'vi')) expect(sentences(part, 'vi')).toEqual([part])
  })
})
