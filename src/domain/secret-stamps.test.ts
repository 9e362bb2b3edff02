import { describe, expect, test } from 'vitest'
import { findStamp } from './secret-stamps.ts'

describe('secret stamps (SEC1)', () => {
  test.each([
    ['TUYỆT MẬT', 'topSecret'],
    ['Tối mật', 'secret'],
    ['MẬT', 'confidential'],
    ['  ( MẬT ) ', 'confidential'],
    ['[TỐI MẬT]', 'secret'],
    ['** MẬT **', 'confidential'],
    ['M Ậ T', 'confidential'],
    ['T U Y Ệ T   M Ậ T', 'topSecret'],
    ['T Ố I M Ậ T', 'secret'],
    ['Độ mật: Mật', 'confidential'],
    ['Mức độ mật: TUYỆT MẬT', 'topSecret'],
    ['TÀI LIỆU MẬT', 'confidential'],
    ['MẬT – Bản số 02', 'confidential'],
    ['TỐI MẬT, ngày 24/11/2026', 'secret'],
    ['TUYET MAT', 'topSecret'],
    ['BÍ MẬT NHÀ NƯỚC', 'confidential'],
    ['TU\u00adYỆT\u200b MẬT', 'topSecret'],
    ['TUYỆT MẬT'.normalize('NFD'), 'topSecret'],
    ['TỐI MA\u0302\u00ad\u0323T', 'secret'],
    ['ỦY BAN NHÂN DÂN\nTỐI MẬT\nSố: 12', 'secret'],
    ['MẬTSố: 12/BC-UBND', 'confidential'],
    ['ỦY BAN NHÂN DÂN TỈNH MẬTSố: 12/BC-UBND', 'confidential'],
    ['TỈNH THÁI NGUYÊNMẬTSố: 12/BC-UBND', 'confidential'],
    ['TỈNH THÁI NGUYÊNTỐI MẬTĐộc lập – Tự do', 'secret'],
    ['UBND TỈNHTUYỆT MẬT', 'topSecret'],
    ['Thái NguyênTỐIMẬT'.normalize('NFD'), 'secret'],
    [`${'Nội dung báo cáo dài. '.repeat(20)}Hết.TUYET MATSo 12`, 'topSecret'],
  ] as const)('%s is a stamp', (text, stamp) => {
    expect(findStamp(text)?.stamp).toBe(stamp)
  })

  test.each([
    'Mật ong',
    'Mật ong bạc hà Định Hóa',
    'bảo mật',
    'Luật Bảo vệ bí mật nhà nước',
    'Cuộc họp mật kéo dài ba giờ.',
    'Tài liệu mật ong rừng',
    'Mật độ dân số: 352',
    'mật khẩu',
    'toi mat',
    'Thông tin mật thiết',
    'Đường mật',
    'Tối mật độ cao',
    'BẢO MẬTSố liệu khách hàng',
    'BíMẬT',
    'AN TOÀN, BẢO MẬTTHÔNG TIN',
    'MẬTONG BẠC HÀ',
    'HUYỆNMẬT ĐỘ DÂN SỐ',
    'Cuộc họp MẬT kéo dài ba giờ.',
    'Mật ongMật',
    'TÚI MẬTCấp cứu',
    'TOI MATERIAL',
    '',
    '—',
    'M. A. T.',
  ])('%s is ordinary', (text) => {
    expect(findStamp(text)).toBeUndefined()
  })
})

test('SEC1: of lines run together the part around the stamp is shown', () => {
  const text = `${'Nội dung báo cáo dài. '.repeat(20)}TỈNHMẬTSố: 12 ${'và tiếp theo '.repeat(20)}`
  expect(findStamp(text)?.excerpt).toMatch(/^\S.{0,30}TỈNHMẬTSố: 12.{0,60}$/)
})
