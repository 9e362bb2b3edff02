import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { spokenScript } from '#domain/spoken/spoken-script.ts'
import { writePlainScript } from './plain-script.ts'
import { showDuration, writeReadingSheet } from './reading-sheet.ts'

const script = spokenScript(
  [
    { id: 'a', text: 'Sáng 24/11, có 86 gian hàng. Mời bà con đến xem!' },
    { id: 'b', text: 'Chi tiết <tại> https://a.vn P. Tân An' },
  ],
  'vi',
)
const sheet = (preview = false) =>
  writeReadingSheet({ title: 'Bản tin <1>', script, language: 'vi', preview })

test('a sheet numbers its lines through all paragraphs and tells the time of each', () => {
  const html = sheet()
  expect([...html.matchAll(/class="number">(\d+)</g)].map(([, number]) => number)).toEqual(['1', '2', '3'])
  expect(html.match(/Đoạn \d · 0:\d\d/g)).toHaveLength(2)
  expect(html).toContain('nghỉ 1,2 giây')
})

test('what is written stands beside what is said, and what is to be decided is listed', () => {
  const html = sheet()
  expect(html).toContain('tám mươi sáu<small>86</small>')
  expect(html).toContain('<span class="choice">phường<small>P.</small></span>')
  expect(html).toContain('<q>P.</q> – phường / phòng')
  expect(html).toContain('Không đọc: <q>https://a.vn</q>')
})

test('text is never markup, and the page parses without a repair', () => {
  const html = sheet()
  expect(html).toContain('Bản tin &lt;1&gt;')
  expect(html).not.toContain('<tại>')
  const errors: string[] = []
  parse(html, { onParseError: ({ code }) => errors.push(code) })
  expect(errors).toEqual([])
})

test('FLOW2: a preview says so on the sheet', () => {
  expect(sheet(true)).toContain('BẢN XEM TRƯỚC')
  expect(sheet()).not.toContain('BẢN XEM TRƯỚC')
})

test('SAME1: the same script gives the same bytes', () => {
  expect(sheet()).toBe(sheet())
})

test('the text for boards is what is said, a paragraph a line, each closed', () => {
  expect(writePlainScript(script)).toBe(
    'Sáng ngày hai mươi tư tháng mười một, có tám mươi sáu gian hàng. Mời bà con đến xem!\n\nChi tiết nhỏ hơn tại lớn hơn phường Tân An.\n',
  )
})

test('durations are minutes and seconds', () => {
  expect([showDuration(7), showDuration(187.4)]).toEqual(['0:07', '3:07'])
})
