import { describe, expect, test } from 'vitest'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { newsroomManuscriptBytes } from '#tests/fixtures/import/newsroom-manuscript.ts'
import { readFileText } from './read-file.ts'

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
