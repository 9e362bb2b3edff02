import { expect, test } from 'vitest'
import { compareMentions } from './compare-mentions.ts'
import { findMentions } from './find-mentions.ts'
import type { NumberLanguage, Reading } from './mention.ts'

function values(text: string, language: NumberLanguage): readonly string[] {
  return findMentions(text, language).map(({ readings }) => written(readings[0]))
}

function written(reading: Reading): string {
  switch (reading.kind) {
    case 'number': {
      const { top, bottom } = reading.value
      return `${top}${bottom === 1n ? '' : `/${bottom}`}${reading.unit ? ` ${reading.unit}` : ''}`
    }
    case 'date':
      return [reading.year ?? '', reading.month ?? '', reading.day ?? ''].join('-')
    case 'quarter':
      return `${reading.year ?? ''}Q${reading.quarter}`
    case 'time':
      return `${reading.hour}:${reading.minute}`
    case 'weekday':
      return `weekday ${reading.weekday}`
    case 'code':
      return reading.code
    case 'phone':
      return reading.digits
    case 'lunar':
      return 'lunar'
  }
}

test.each([
  ['1.250.000 người', ['1250000']],
  ['1,2 nghìn tỷ đồng', ['1200000000000 VND']],
  ['1 tỷ 200 triệu đồng', ['1200000000 VND']],
  ['3 triệu 500 nghìn', ['3500000']],
  ['15 tỉ 500 triệu', ['15500000000']],
  ['2 vạn quân', ['20000']],
  ['hai mươi mốt', ['21']],
  ['ba mươi tư', ['34']],
  ['chín mươi lăm', ['95']],
  ['một trăm linh năm', ['105']],
  ['hai trăm lẻ ba', ['203']],
  ['một nghìn không trăm linh năm', ['1005']],
  ['một nghìn năm trăm', ['1500']],
  ['mười năm', ['10']],
  ['một trăm năm', ['100']],
  ['hai chục hộ', ['20']],
  ['hai triệu rưỡi', ['2500000']],
  ['một phần ba', ['1/3']],
  ['hai phần ba', ['2/3']],
  ['năm 2026', ['2026']],
  ['đầu tư công', []],
  ['tỷ lệ nghèo', []],
  ['hàng trăm người', []],
  ['0,5‰', ['1/2 ‰']],
  ['tháng Mười một năm 2026', ['2026-11-']],
  ['24-11-2026', ['2026-11-24']],
  ['ngày 24-11', ['-11-24']],
  ['7h', ['7:0']],
  ['7 giờ tối', ['19:0']],
  ['12 giờ đêm', ['0:0']],
  ['Chủ nhật', ['weekday 7']],
  ['rằm tháng Giêng', ['lunar']],
  ['mùng 3 Tết', ['lunar']],
  ['quý IV/2026', ['2026Q4']],
  ['khóa XIX', ['19']],
  ['117/2025/QH15', ['1172025QH15']],
  ['QL3, ĐT.261, U23, COVID-19', ['QL3', 'DT261', 'U23', 'COVID19']],
  ['Quyết định số 222/QĐ-TTg', ['222QDTTG']],
  ['mạng 5G, lớp 12A1', ['5G', '12A1']],
  ['xem https://a.vn/2026/11 và a1@b.vn', []],
])('Vietnamese %s', (text, expected) => expect(values(text, 'vi')).toEqual(expected))

test.each([
  ['1.2 trillion dong', ['1200000000000 VND']],
  ['$1.2bn', ['1200000000 USD']],
  ['150k visitors', ['150000']],
  ['VND1,250,000', ['1250000 VND']],
  ['twenty-five', ['25']],
  ['one hundred and five', ['105']],
  ['two hundred and fifty thousand', ['250000']],
  ['a million', ['1000000']],
  ['a dozen', ['12']],
  ['two and a half million', ['2500000']],
  ['the twenty-fifth', ['25']],
  ['the 21st century', ['21']],
  ['thousands of people', []],
  ['November 24, 2026', ['2026-11-24']],
  ['24 Nov. 2026', ['2026-11-24']],
  ['the 24th of November', ['-11-24']],
  ['2026-11-24', ['2026-11-24']],
  ['in May', ['-5-']],
  ['It may march', []],
  ['Q3 2026', ['2026Q3']],
  ['7 pm', ['19:0']],
  ["7 o'clock in the evening", ['19:0']],
  ['Chapter IV', ['4']],
  ['I am here', []],
  ['80 hectares', ['80 ha']],
  ['5 percentage points', ['5 pp']],
  ['the 1990s', ['1990']],
])('English %s', (text, expected) => expect(values(text, 'en')).toEqual(expected))

test.each([
  ['1.2万亿越盾', ['1200000000000 VND']],
  ['3亿5000万', ['350000000']],
  ['两万五千', ['25000']],
  ['一百零五', ['105']],
  ['十五', ['15']],
  ['一千二百', ['1200']],
  ['百分之十五', ['15 %']],
  ['千分之3', ['3 ‰']],
  ['三分之二', ['2/3']],
  ['几千人', []],
  ['万一，千家万户', ['1']],
  ['二〇二六年十一月二十四日', ['2026-11-24']],
  ['11月份', ['-11-']],
  ['3个月', ['3']],
  ['晚上8点', ['20:0']],
  ['中午12点', ['12:0']],
  ['上午九点半', ['9:30']],
  ['早一点', ['1']],
  ['星期天', ['weekday 7']],
  ['每周三', ['weekday 3']],
  ['一周三次', ['1', '3']],
  ['农历三月初十', ['lunar']],
  ['正月初一', ['lunar']],
  ['１２３人', ['123']],
  ['第十四次', ['14']],
])('Chinese %s', (text, expected) => expect(values(text, 'zh')).toEqual(expected))

test.each([
  ['1조 2,000억 동', ['1200000000000 VND']],
  ['3만5천', ['35000']],
  ['12만 3,456명', ['123456']],
  ['5천만 원', ['50000000 KRW']],
  ['이십오', ['25']],
  ['삼백오십 명', ['350']],
  ['스물다섯 명', ['25']],
  ['열두 개', ['12']],
  ['제3조', ['3']],
  ['수천 명', []],
  ['이 사람', []],
  ['조사', []],
  ['3분의 2', ['2/3']],
  ['2026년 11월 24일', ['2026-11-24']],
  ['2026. 11. 24.', ['2026-11-24']],
  ['오후 2시 반', ['14:30']],
  ['오전 열 시', ['10:0']],
  ['밤 12시', ['0:0']],
  ['3시간', ['3']],
  ['월요일', ['weekday 1']],
  ['음력 3월 10일', ['lunar']],
  ['한 시트', ['1']],
  ['3.2%p', ['16/5 pp']],
])('Korean %s', (text, expected) => expect(values(text, 'ko')).toEqual(expected))

/** What is said in other numbers, or in other company, in another language, and is no fault. */
test.each([
  ['vi', '6 tháng đầu năm', 'en', 'the first half of the year'],
  ['vi', '6 tháng đầu năm', 'zh', '上半年'],
  ['vi', '9 tháng đầu năm', 'zh', '前三季度'],
  ['vi', 'thập niên 90', 'en', 'the 1990s'],
  ['vi', 'những năm 1990', 'zh', '90年代'],
  ['vi', 'ngày 24 và 25/11', 'en', 'November 24 and 25'],
  ['en', 'November 24–26, 2026', 'ko', '2026년 11월 24~26일'],
  ['vi', 'từ ngày 24/11 đến ngày 25/11', 'zh', '11月24日至25日'],
  ['vi', '1,5 tấn', 'en', '1,500 kg'],
  ['vi', 'mùng 3 Tết', 'en', 'the 3rd day of Tet'],
  ['vi', 'Điều 3, khoản 2', 'ko', '제3조 제2항'],
  ['en', 'between 5 and 7 percent', 'vi', 'từ 5 đến 7%'],
  ['vi', 'trực 24/7', 'en', 'on duty 24/7'],
  ['vi', 'năm học 2025–2026', 'zh', '2025—2026学年'],
  ['vi', 'phiên bản 4.0', 'en', 'version 4.0'],
  ['en', '11/24/2026', 'vi', '24/11/2026'],
  ['vi', '8 giờ làm việc', 'en', '8 working hours'],
  ['vi', 'thứ hai', 'en', 'the 2nd'],
  ['vi', 'một giờ rưỡi', 'zh', '一个半小时'],
] as const)('%s “%s” is %s “%s”', (from, source, to, target) => {
  expect(compareMentions(findMentions(source, from), findMentions(target, to))).toEqual([])
})
