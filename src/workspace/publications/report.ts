import ExcelJS from 'exceljs'
import type { PublicationView } from '#contract/publications.ts'
import { type Channel, channelName } from '#domain/channels.ts'
import { showMoment } from '#domain/package-moment.ts'

type Cell = string | number
type Sheet = Readonly<{
  name: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  widths: readonly number[]
}>

export type ReportFacts = Readonly<{
  /** Such as 2026-11. */
  month: string
  newsroom: string
  channels: readonly Channel[]
  publications: readonly PublicationView[]
  utcOffset: string
}>

const languages: Readonly<Record<string, string>> = {
  vi: 'Tiếng Việt',
  en: 'Tiếng Anh',
  zh: 'Tiếng Trung Quốc',
  ko: 'Tiếng Hàn Quốc',
}
const sectionNames: Readonly<Record<string, string>> = {
  politics: 'Chính trị',
  economy: 'Kinh tế',
  society: 'Xã hội',
  culture: 'Văn hóa',
  sport: 'Thể thao',
  law: 'Pháp luật',
  education: 'Giáo dục',
  health: 'Y tế',
  environment: 'Môi trường',
  international: 'Quốc tế',
  tourism: 'Du lịch',
}
const grounds = {
  authority: 'Cơ quan có thẩm quyền yêu cầu',
  complaint: 'Có khiếu nại',
  own: 'Tòa soạn tự phát hiện',
} as const
const kinds = { correction: 'Cải chính', takedown: 'Gỡ bài' } as const
const unnamed = 'Chưa ghi'

/**
 * The month's report as the province asks for it: what was posted by topic, language and channel, then every item, then
 * corrections and take-downs. The report is for an office in Vietnam: it is in Vietnamese whatever the interface is in.
 */
export async function writeReport(facts: ReportFacts): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = facts.newsroom
  for (const sheet of sheetsOf(facts)) addSheet(workbook, sheet, facts)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function sheetsOf(facts: ReportFacts): readonly Sheet[] {
  const { publications } = facts
  const byTopic = (each: PublicationView) =>
    each.topic || sectionNames[each.section] || each.section || unnamed
  const channelOf = (each: PublicationView) => nameOfChannel(facts, each.channel)
  const languageOf = (each: PublicationView) => languages[each.language] ?? each.language
  return [
    crossTable('Theo chủ đề', 'Chủ đề', publications, byTopic, channelOf),
    crossTable('Theo ngôn ngữ', 'Ngôn ngữ', publications, languageOf, channelOf),
    crossTable('Theo kênh', 'Kênh', publications, channelOf, languageOf),
    listSheet(facts),
    demandSheet(facts),
  ]
}

function crossTable(
  name: string,
  heading: string,
  publications: readonly PublicationView[],
  rowOf: (each: PublicationView) => string,
  columnOf: (each: PublicationView) => string,
): Sheet {
  const columns = [...new Set(publications.map(columnOf))].sort(byVietnamese)
  const groups = [...Map.groupBy(publications, rowOf)].sort(([left], [right]) => byVietnamese(left, right))
  const countIn = (all: readonly PublicationView[], column: string) =>
    all.filter((each) => columnOf(each) === column).length
  const rows = groups.map(([row, all]) => [row, ...columns.map((column) => countIn(all, column)), all.length])
  const total = ['Tổng cộng', ...columns.map((column) => countIn(publications, column)), publications.length]
  return {
    name,
    head: [heading, ...columns, 'Tổng cộng'],
    rows: [...rows, total],
    widths: [32, ...columns.map(() => 18), 12],
  }
}

function listSheet(facts: ReportFacts): Sheet {
  const oldestFirst = [...facts.publications].sort((left, right) => left.postedAt - right.postedAt)
  const rows = oldestFirst.map((each, at) => [
    at + 1,
    momentIn(facts, each.postedAt),
    each.title,
    each.topic,
    sectionNames[each.section] ?? each.section,
    languages[each.language] ?? each.language,
    nameOfChannel(facts, each.channel),
    each.where,
    each.url,
    each.by.name,
    each.note,
    standingOf(each),
  ])
  const head = [
    'STT',
    'Đăng lúc',
    'Tít',
    'Chủ đề',
    'Chuyên mục',
    'Ngôn ngữ',
    'Kênh',
    'Nơi đăng',
    'Địa chỉ',
    'Người ghi',
    'Ghi chú',
    'Tình trạng',
  ]
  return { name: 'Danh sách', head, rows, widths: [6, 18, 48, 20, 16, 18, 22, 24, 40, 20, 30, 18] }
}

function standingOf({ demands }: PublicationView): string {
  const open = demands.some(({ doneAt }) => doneAt === null)
  if (open) return 'Chờ xử lý'
  const [last] = demands.slice(-1)
  if (!last) return 'Đang đăng'
  return last.kind === 'takedown' ? 'Đã gỡ' : 'Đã cải chính'
}

function demandSheet(facts: ReportFacts): Sheet {
  const rows = facts.publications.flatMap((each) =>
    each.demands.map((demand) => [
      each.title,
      nameOfChannel(facts, each.channel),
      kinds[demand.kind],
      grounds[demand.ground],
      demand.reason,
      momentIn(facts, demand.askedAt),
      demand.deadline === null ? '' : momentIn(facts, demand.deadline),
      demand.doneAt === null ? '' : momentIn(facts, demand.doneAt),
      timeliness(demand),
    ]),
  )
  const head = ['Tít', 'Kênh', 'Việc', 'Căn cứ', 'Lý do', 'Yêu cầu lúc', 'Hạn', 'Xong lúc', 'Kết quả']
  return { name: 'Cải chính, gỡ bài', head, rows, widths: [48, 22, 12, 28, 40, 18, 18, 18, 14] }
}

function timeliness({ deadline, doneAt }: PublicationView['demands'][number]): string {
  if (doneAt === null) return 'Chưa xong'
  return deadline !== null && doneAt > deadline ? 'Quá hạn' : 'Đúng hạn'
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, head, rows, widths }: Sheet,
  { month, newsroom }: ReportFacts,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 3 }] })
  const [year = '', number = ''] = month.split('-')
  sheet.addRow([plainCell(`${name} – tháng ${Number(number)}/${year}`)]).font = { bold: true, size: 14 }
  sheet.addRow([plainCell(newsroom)])
  sheet.addRow([...head].map(plainCell)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)))
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
}

/**
 * A text that begins like a formula stays a text when the table is saved as CSV, too: an apostrophe goes before it.
 * Control characters are in no XML.
 */
function plainCell(text: string): string {
  const clean = text.replace(/[\p{Cc}]/gu, (character) =>
    character === '\n' || character === '\t' ? ' ' : '',
  )
  return /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean
}

function nameOfChannel({ channels }: ReportFacts, id: string): string {
  const channel = channels.find((each) => each.id === id)
  return channel ? channelName(channel, 'vi') : id
}

function momentIn({ utcOffset }: ReportFacts, at: number): string {
  const { day, month, year, time } = showMoment(at, utcOffset)
  return `${day}/${month}/${year} ${time}`
}

const byVietnamese = new Intl.Collator('vi').compare
