import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Concept } from '#domain/terms/termbase.ts'
import { detectSeparator, readCsv, separators, writeCsv } from './csv.ts'
import { proposeColumns, readGlossary, writeGlossary } from './glossary.ts'

describe('CSV', () => {
  it('reads quoted separators, line breaks and quotes, and any line ends', () => {
    expect(readCsv('\ufeffa;"b;c";"d ""e""\n f"\r\ng;;\r\n', ';')).toEqual([
      ['a', 'b;c', 'd "e"\n f'],
      ['g', '', ''],
    ])
    expect(readCsv('a,"never closed', ',')).toEqual([['a', 'never closed']])
    expect(readCsv('a"b,c', ',')).toEqual([['a"b', 'c']])
  })

  it('reads what it wrote, whatever it holds, and no cell is a formula for a spreadsheet', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aế,;"\n\r=\'@+-\t 省'), maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const written = writeCsv(rows)
          expect(readCsv(written, ',')).toEqual(rows)
          for (const row of readCsv(written.replace(/'/g, '\u0001'), ',')) {
            for (const value of row) expect(value).not.toMatch(/^[=+\-@]/)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('tells the separator', () => {
    for (const separator of separators) {
      const text =
        ['Việt', 'Anh', 'Trung'].join(separator) +
        '\n' +
        ['chè', 'tea, green', '茶']
          .map((cell) => (cell.includes(separator) ? `"${cell}"` : cell))
          .join(separator)
      expect(detectSeparator(text)).toBe(separator)
    }
  })
})

describe('glossaries', () => {
  it('propose what columns hold by headings in any of our languages', () => {
    const { header, columns } = proposeColumns([
      ['STT', 'Tiếng Việt', 'English', 'Tiếng Anh (không dùng)', '中文', '한국어', 'Ghi chú', 'Nguồn'],
    ])
    expect(header).toBe(true)
    expect(columns.map(({ role, language }) => `${role} ${language ?? ''}`.trim())).toEqual([
      'ignore',
      'term vi',
      'term en',
      'forbidden en',
      'term zh',
      'term ko',
      'note',
      'source',
    ])
  })

  it('propose them by the letters where there is no heading', () => {
    const rows = [
      ['Biển Đông', 'East Sea', '东海', '동해'],
      ['chè', 'tea', '茶', '차'],
    ]
    const { header, columns } = proposeColumns(rows)
    expect(header).toBe(false)
    expect(columns.map(({ language }) => language)).toEqual(['vi', 'en', 'zh', 'ko'])
  })

  it('make a concept of a row, and say which rows make none', () => {
    const rows = [
      ['vi', 'en', 'note'],
      ['chè; trà', 'tea', 'uống'],
      ['', '', ''],
      ['chỉ một', '', ''],
    ]
    const { columns } = proposeColumns(rows)
    const glossary = readGlossary(rows, true, columns)
    expect(glossary.entries[0]?.terms.map(({ text, use }) => [text, use])).toEqual([
      ['chè', 'preferred'],
      ['trà', 'allowed'],
      ['tea', 'preferred'],
    ])
    expect(glossary.entries[0]?.note).toBe('uống')
    expect(glossary.skipped).toEqual([
      { row: 3, reason: 'empty' },
      { row: 4, reason: 'one-language' },
    ])
  })

  it('read back as they were written', () => {
    const term = (language: string, text: string, use: 'preferred' | 'allowed' | 'forbidden') => ({
      id: '',
      language,
      text,
      use,
      note: '',
    })
    const concept: Concept = {
      id: 'a',
      kind: 'sovereignty',
      terms: [
        term('vi', 'Biển Đông', 'preferred'),
        term('en', 'East Sea', 'preferred'),
        term('en', 'South China Sea', 'forbidden'),
        term('fr', 'mer de l’Est', 'preferred'),
      ],
      note: 'một\nhai',
      source: 'TTXVN',
      status: 'proposed',
    }
    const rows = readCsv(writeCsv(writeGlossary([concept])), ',')
    const { header, columns } = proposeColumns(rows)
    const [entry] = readGlossary(rows, header, columns).entries
    expect(entry).toMatchObject({ kind: 'sovereignty', note: 'một\nhai', source: 'TTXVN' })
    expect(entry?.terms.map(({ language, text, use }) => [language, text, use])).toEqual(
      concept.terms
        .filter(({ language }) => language !== 'fr')
        .map(({ language, text, use }) => [language, text, use]),
    )
  })
})
