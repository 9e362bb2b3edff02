import { describe, expect, test } from 'vitest'
import { bodyParagraph, type ImportedRun, type ImportedText, paragraphText } from '#domain/imported-text.ts'
import { convertLegacy, type EncodingChoice } from './convert-imported.ts'
import { encodeTcvn3 } from './tcvn3.ts'
import { encodeVni } from './vni.ts'

function imported(...paragraphs: readonly (readonly ImportedRun[])[]): ImportedText {
  return { items: paragraphs.map((runs) => bodyParagraph(runs)), pictures: [], warnings: [], leftOut: [] }
}
function convertTo(text: ImportedText, choice: EncodingChoice = 'auto') {
  const { imported: converted, question } = convertLegacy(text, choice)
  const lines = converted.items.map((item) => ('runs' in item ? paragraphText(item).normalize('NFC') : ''))
  return { lines, question, codes: converted.warnings.map((warning) => warning.code) }
}
const sentence = 'Ủy ban nhân dân tỉnh đã tổ chức hội nghị triển khai nhiệm vụ phát triển kinh tế.'
const small = sentence.toLowerCase()

describe('text in a legacy font', () => {
  test('is converted run by run; Unicode runs beside it stay as they are', () => {
    const { lines, codes } = convertTo(
      imported([
        { text: 'Trường ', font: 'Times New Roman' },
        { text: 'häc', font: '.VnTime' },
        { text: ' được ', font: 'Arial' },
        { text: 'khôûi coâng', font: 'VNI-Times' },
      ]),
    )
    expect(lines).toEqual(['Trường học được khởi công'])
    expect(codes).toEqual(['legacyConverted'])
  })
  test('is left alone when someone typed Unicode in that font', () => {
    expect(convertTo(imported([{ text: 'Thái Nguyên đổi mới', font: '.VnTime' }])).lines).toEqual([
      'Thái Nguyên đổi mới',
    ])
  })
  test('is capital in a capital font', () => {
    expect(convertTo(imported([{ text: 'kÕ ho¹ch', font: '.VnTimeH' }])).lines).toEqual(['KẾ HOẠCH'])
  })
  test('finds a mark that the file parted from its letter', () => {
    const { lines } = convertTo(
      imported([
        { text: 'ñöô', font: 'VNI-Times', bold: true },
        { text: 'ïc muøa', font: 'VNI-Times' },
      ]),
    )
    expect(lines).toEqual(['được mùa'])
  })
  test('is read through symbol characters and through Windows-1258', () => {
    const symbols = [...'ViÖt'].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xf000)).join('')
    expect(convertTo(imported([{ text: symbols, font: '.VnTime' }])).lines).toEqual(['Việt'])
    expect(convertTo(imported([{ text: '\u0110oµn', font: '.VnTime' }])).lines).toEqual(['éoàn'])
  })
})

describe('text without a telling font', () => {
  test.each([
    ['tcvn3', encodeTcvn3(small)],
    ['vni', encodeVni(sentence)],
  ] as const)('is converted from %s by its pattern', (encoding, text) => {
    const { lines, question, codes } = convertTo(imported([{ text }]))
    expect(lines).toEqual([encoding === 'tcvn3' ? small : sentence])
    expect(question).toBeNull()
    expect(codes).toEqual(['legacyConverted'])
  })
  test.each([
    sentence,
    'Hà Nam, Cà Mau, Quảng Ninh',
    'Hà Nam và Lâm Hà là hai nơi',
    'La préfecture a été très touchée par les inondations à l’été dernier.',
    'El niño de la mañana está en España.',
    'Größe, Straße, Äpfel, Übermut',
    '中国·北京 25°C',
    'Hai mươi m², 25°C, 5 × 3 = 15, §12, “mở ngoặc” – ½',
  ])('is never touched when it is real Unicode: %s', (text) => {
    const { lines, question, codes } = convertTo(imported([{ text }]))
    expect(lines).toEqual([text])
    expect(question).toBeNull()
    expect(codes).toEqual([])
  })
  test('in a mixed file only the legacy paragraphs change', () => {
    const { lines } = convertTo(imported([{ text: sentence }], [{ text: encodeVni(sentence) }]))
    expect(lines).toEqual([sentence, sentence])
  })
  test('too short to tell is asked about with the three readings, and nothing is changed', () => {
    const text = encodeTcvn3('bộ đội')
    const { lines, question, codes } = convertTo(imported([{ text }]))
    expect(lines).toEqual([text])
    expect(codes).toEqual(['encodingUnsure'])
    expect(question?.map((sample) => sample.encoding)).toEqual(['tcvn3', 'vni', 'unicode'])
    expect(question?.[0]?.text).toBe('bộ đội')
    expect(question?.[2]?.text).toBe(text)
  })
  test('is read the way a person says', () => {
    const text = encodeTcvn3('bộ đội')
    expect(convertTo(imported([{ text }]), 'tcvn3').lines).toEqual(['bộ đội'])
    expect(convertTo(imported([{ text }]), 'unicode')).toMatchObject({ lines: [text], question: null })
  })
})
