import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test('a bare host is a web address', () => {
  expect(linkAddress('baothainguyen.vn')).toBe('https://baothainguyen.vn/')
  expect(linkAddress(' baothainguyen.vn/thoi-su?id=1 ')).toBe('https://baothainguyen.vn/thoi-su?id=1')
})

test('mail and telephone are recognised', () => {
  expect(linkAddress('toasoan@tn.vn')).toBe('mailto:toasoan@tn.vn')
  expect(linkAddress('0208 3855 000')).toBe('tel:02083855000')
})

test('what runs code or is no address is refused', () => {
  expect(linkAddress('javascript:alert(1)')).toBeNull()
  expect(linkAddress('file:///etc/passwd')).toBeNull()
  expect(linkAddress('xem thêm')).toBeNull()
  expect(linkAddress('')).toBeNull()
})
