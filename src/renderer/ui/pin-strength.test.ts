import { expect, test } from 'vitest'
import { pinStrength } from './pin-strength.ts'

test('a PIN under six characters is too short', () => {
  expect(pinStrength('48213')).toBe('short')
})

test.each(['123456', '987654', '000000', '111222', '482482', '24111990', '241190'])(
  'anyone would try %s first',
  (pin) => {
    expect(pinStrength(pin)).toBe('guessable')
  },
)

test('six mixed digits will do, a long or varied one is strong', () => {
  expect(pinStrength('739402')).toBe('fair')
  expect(pinStrength('chè Tân Cương')).toBe('strong')
  expect(pinStrength('che7394x')).toBe('strong')
})
