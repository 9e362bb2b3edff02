import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { PublicationView } from '#contract/publications.ts'
import { channelSchema } from '#domain/channels.ts'
import { writeReport } from './report.ts'

const facebook = channelSchema.parse(JSON.parse(readFileSync('resources/channels/facebook.json', 'utf8')))

function makePublication(more: Partial<PublicationView> = {}): PublicationView {
  return {
    record: 'a'.repeat(64),
    article: '0199a000-0000-7000-8000-00000000000a',
    title: 'Khai mạc Lễ hội Trà',
    topic: 'Hình ảnh, đầu tư',
    section: 'culture',
    channel: 'facebook',
    language: 'vi',
    package: null,
    revision: null,
    where: 'Trang của xã',
    url: 'https://fb.example/1',
    postedAt: Date.UTC(2026, 10, 24, 7),
    note: '',
    screenshot: null,
    by: { id: 'p', name: 'Hoàng Nam' },
    verdict: 'valid',
    demands: [],
    ...more,
  }
}

async function sheetsOf(publications: readonly PublicationView[]) {
  const facts = {
    month: '2026-11',
    newsroom: 'Báo Thái Nguyên',
    channels: [facebook],
    publications,
    utcOffset: '+07:00',
  }
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeReport(facts)) as unknown as ArrayBuffer)
  const rows = (name: string) => {
    const found: unknown[][] = []
    workbook.getWorksheet(name)?.eachRow((row) => found.push((row.values as unknown[]).slice(1)))
    return found
  }
  return { names: workbook.worksheets.map(({ name }) => name), rows, workbook }
}

test('the month is told by topic, language and channel, item by item, with corrections and take-downs', async () => {
  const english = makePublication({
    language: 'en',
    topic: '',
    section: 'culture',
    title: 'Tea festival opens',
  })
  const { names, rows } = await sheetsOf([
    makePublication(),
    english,
    makePublication({ channel: 'kênh cũ' }),
  ])
  expect(names).toEqual(['Theo chủ đề', 'Theo ngôn ngữ', 'Theo kênh', 'Danh sách', 'Cải chính, gỡ bài'])
  expect(rows('Theo chủ đề')).toEqual([
    ['Theo chủ đề – tháng 11/2026'],
    ['Báo Thái Nguyên'],
    ['Chủ đề', 'Facebook', 'kênh cũ', 'Tổng cộng'],
    ['Hình ảnh, đầu tư', 1, 1, 2],
    ['Văn hóa', 1, 0, 1],
    ['Tổng cộng', 2, 1, 3],
  ])
  expect(rows('Theo ngôn ngữ').at(-1)).toEqual(['Tổng cộng', 2, 1, 3])
  expect(rows('Danh sách')[3]?.slice(0, 3)).toEqual([1, '24/11/2026 14:00', 'Khai mạc Lễ hội Trà'])
})

test('what was done after its deadline is told as late', async () => {
  const demand = {
    record: 'b'.repeat(64),
    kind: 'takedown',
    ground: 'authority',
    reason: 'Sai tên xã',
    askedAt: Date.UTC(2026, 10, 25),
    deadline: Date.UTC(2026, 10, 26),
    doneAt: Date.UTC(2026, 10, 27),
    url: '',
    by: { id: 'p', name: 'Hoàng Nam' },
  } as const
  const { rows } = await sheetsOf([makePublication({ demands: [demand] })])
  expect(rows('Cải chính, gỡ bài')[3]?.slice(2)).toEqual([
    'Gỡ bài',
    'Cơ quan có thẩm quyền yêu cầu',
    'Sai tên xã',
    '25/11/2026 07:00',
    '26/11/2026 07:00',
    '27/11/2026 07:00',
    'Quá hạn',
  ])
})

test('no cell is a formula, nor becomes one as CSV', async () => {
  const hostile = makePublication({
    title: '=HYPERLINK("http://do.example")',
    where: '@SUM(A1)',
    note: '-2+3',
    topic: '+cmd',
  })
  const { workbook } = await sheetsOf([hostile])
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
        if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[=+\-@]/)
      }),
    )
  }
})

test('a month without postings is a whole report that says none', async () => {
  const { rows } = await sheetsOf([])
  expect(rows('Theo kênh').at(-1)).toEqual(['Tổng cộng', 0])
})
