import { describe, expect, test } from 'vitest'
import { decodeSubtitles } from './subtitle-bytes.ts'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
const framed = (bytes: Uint8Array) =>
  Uint8Array.from([...Buffer.from('1\r\n00:00:01,000 --> 00:00:03,000\r\n'), ...bytes, 0x0d, 0x0a])

/** Encoded by another program; the Vietnamese one byte by byte after the code page. */
const samples = [
  ['windows-1258', 'Tiếng Việt được mùa', '5469eaec6e67 20 5669eaf274 20 f0fdf5f263 20 6df961'],
  ['gb18030', '你好，欢迎收看新闻', 'c4e3bac3a3acbbb6d3adcad5bfb4d0c2cec5'],
  ['gb18030', '今天的会议在省会召开，主席说', 'bdf1ccecb5c4bbe1d2e9d4dacaa1bbe1d5d9bfaaa3acd6f7cfafcbb5'],
  ['euc-kr', '안녕하세요 뉴스를 시작합니다', 'bec8b3e7c7cfbcbcbfe420b4babdbab8a620bdc3c0dbc7d5b4cfb4d9'],
  [
    'euc-kr',
    '오늘의 주요 소식을 전해 드립니다',
    'bfc0b4c3c0c720c1d6bfe420bcd2bdc4c0bb20c0fcc7d820b5e5b8b3b4cfb4d9',
  ],
] as const

describe('an encoding is detected by what reads as a language', () => {
  test.each(samples)('%s: %s', (encoding, text, hex) => {
    const decoded = decodeSubtitles(framed(bytesOf(hex)))
    expect(decoded).toMatchObject({ encoding, certain: true, mark: false, damagedLines: [] })
    expect(decoded.text).toContain(text)
  })
  test('a guess says that it is one, and an order overrides it', () => {
    const french = framed(bytesOf('c9746520e020506172e973'))
    expect(decodeSubtitles(french)).toMatchObject({ encoding: 'windows-1252', certain: false })
    expect(decodeSubtitles(french, 'windows-1252')).toMatchObject({ certain: true })
    const big5 = framed(bytesOf('a741a66ea141c577aaefa6acacddb773bb44'))
    expect(decodeSubtitles(big5).certain).toBe(false)
  })
})

test('Windows-1258 writes tones apart: they are put together, and that is told (LANG1)', () => {
  const decoded = decodeSubtitles(framed(bytesOf(samples[0][2])))
  expect(decoded.composed).toBe(true)
  expect(decoded.text).toBe(decoded.text.normalize('NFC'))
})

test('decomposed UTF-8 is not touched, so that the file can be written as it was', () => {
  const text = 'Tiếng Việt'.normalize('NFD')
  expect(decodeSubtitles(Buffer.from(text))).toMatchObject({ text, composed: false })
})

test('some spoilt bytes do not make UTF-8 another encoding; their lines are told', () => {
  const good = Buffer.from('Bà con xuống chợ phiên\nhọp từ mờ sáng\n')
  const spoilt = Uint8Array.from([...good, 0xe1, 0xbb, 0x0a, ...good])
  expect(decodeSubtitles(spoilt)).toMatchObject({ encoding: 'utf-8', certain: true, damagedLines: [3] })
})

test('half a pair at the end of UTF-16 is told with its line', () => {
  const bytes = Uint8Array.from([...Buffer.from('\ufeffmột\nhai', 'utf16le'), 0x41])
  expect(decodeSubtitles(bytes)).toMatchObject({ encoding: 'utf-16le', mark: true, damagedLines: [2] })
})
