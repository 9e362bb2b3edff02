import { expect, test } from 'vitest'
import { decodeTcvn3 } from '../legacy-vietnamese/tcvn3.ts'
import { writeRunningText } from './running-text.ts'

const text = 'Lễ hội trà Tân Cương: đón 12.500 lượt khách – “Ộ, Ữ, ậ, ỡ, Đ”'
const plain = 'Lễ hội trà Tân Cương: đón 12.500 lượt khách - "Ộ, Ữ, ậ, ỡ, Đ"'

test('a line a text, closed by CR LF, in UTF-8', () => {
  const { bytes, missing } = writeRunningText([text, ' ', 'Hai\nba'], 'utf-8')
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(`${text}\r\nHai ba\r\n`)
  expect(missing).toEqual([])
})

test('ASCII has no marks and loses no letter of Vietnamese', () => {
  const { bytes, missing } = writeRunningText([text], 'ascii')
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    'Le hoi tra Tan Cuong: don 12.500 luot khach - "O, U, a, o, D"\r\n',
  )
  expect(missing).toEqual([])
})

test('Windows-1258 is read back by the standard’s own decoder', () => {
  const { bytes, missing } = writeRunningText([text], 'windows-1258')
  expect(new TextDecoder('windows-1258').decode(bytes).normalize('NFC')).toBe(`${plain}\r\n`)
  expect(missing).toEqual([])
})

test('TCVN3 is read back as it was', () => {
  const { bytes, missing } = writeRunningText(['Lễ hội trà: đón khách'], 'tcvn3')
  expect(decodeTcvn3(Buffer.from(bytes).toString('latin1'))).toBe('Lễ hội trà: đón khách\r\n')
  expect(missing).toEqual([])
})

test.each(['ascii', 'windows-1258', 'tcvn3'] as const)('%s names what it cannot hold', (encoding) => {
  const { bytes, missing } = writeRunningText(['chè 茶'], encoding)
  expect(missing).toEqual(['茶'])
  expect(Buffer.from(bytes).toString('latin1')).toContain('?')
})
