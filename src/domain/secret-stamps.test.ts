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
    '',
    '—',
    'M. A. T.',
  ])('%s is ordinary', (text) => {
    expect(findStamp(text)).toBeUndefined()
  })
})
