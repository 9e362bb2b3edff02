import { expect, test } from 'vitest'
import { pinStrength } from './pin-strength.ts'

test('a PIN under six characters is too short', () => {
  expect(pinStrength('48213')).toBe('short')
})

test.each([
  ...['123456', '987654', '000000', '111222', '482482', '24111990', '241190'],
  ...['qwerty', 'qwertyuiop', 'matkhau', 'Mật khẩu', 'Password1', '123abc', 'abc123', 'admin2026'],
])('anyone would try %s first', (pin) => {
  expect(pinStrength(pin)).toBe('guessable')
})

test('six mixed digits will do, a long or varied one is strong', () => {
  expect(pinStrength('739402')).toBe('fair')
  expect(pinStrength('chè Tân Cương')).toBe('strong')
  expect(pinStrength('che7394x')).toBe('strong')
})

test('a name that stands on the same screen is no secret, whatever its accents or the year behind it', () => {
  const names = ['Báo Thái Nguyên', 'Trần Thị Hạnh']
  for (const pin of ['thainguyen', 'Hạnh1990', 'hanh2026', 'tranthihanh', 'tth1990', 'Báo Thái Nguyên'])
    expect(pinStrength(pin, names), pin).toBe('guessable')
  expect(pinStrength('chexanh26', names)).toBe('strong')
  expect(pinStrength('hanh thich che', names)).toBe('strong')
  expect(pinStrength('739402', ['', '!'])).toBe('fair')
})
