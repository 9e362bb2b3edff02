import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileSlug } from './file-slug.ts'

test('a Vietnamese title loses its marks and keeps its words', () => {
  expect(fileSlug('Khai mạc Lễ hội Trà: “Đệ nhất danh trà”')).toBe('khai-mac-le-hoi-tra-de-nhat-danh-tra')
  expect(fileSlug('HĐND tỉnh, Ðảng bộ 24/11')).toBe('hdnd-tinh-dang-bo-24-11')
})

test('a grouped number stays one number', () => {
  expect(fileSlug('Đón 12.500 lượt khách, tăng 3,5%')).toBe('don-12500-luot-khach-tang-3-5')
  expect(fileSlug('1.250.000 đồng')).toBe('1250000-dong')
})

test('a long title is cut between words', () => {
  const slug = fileSlug('lễ hội '.repeat(20))
  expect(slug.length).toBeLessThanOrEqual(60)
  expect(slug.endsWith('le') || slug.endsWith('hoi')).toBe(true)
})

test('what cannot be written in ASCII gives nothing', () => {
  expect(fileSlug('茶文化节开幕')).toBe('')
})

test('any title gives a name that is safe on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(fileSlug(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
    }),
  )
})
