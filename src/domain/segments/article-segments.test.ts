import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, emptyMetadata } from '../article.ts'
import type { Block } from '../blocks.ts'
import { segmentArticle, segmentBlock, segmentKey } from './article-segments.ts'
import { plainText } from './coded-text.ts'
import { runsFromCoded } from './inline-codes.ts'
import { occurrenceId } from './segments.ts'

/** Any injective function will do where no hash is asked for. */
const hash = (text: string) =>
  Array.from(text, (letter) => letter.codePointAt(0)?.toString(16))
    .join('-')
    .padStart(32)

function paragraph(id: string, text: string): Block {
  return { id, kind: 'paragraph', runs: [{ text, marks: {} }] }
}

function article(...blocks: readonly Block[]): Article {
  return { metadata: { ...emptyMetadata, dateline: 'Thái Nguyên, 24/11' }, blocks }
}

const key = (text: string) => segmentKey([text], (all) => all.padEnd(64))

describe('the segments of an article', () => {
  it('are its sentences, its alternative texts and credits, and its metadata', () => {
    const segments = segmentArticle(
      article(
        { id: 't', kind: 'title', runs: [{ text: 'Khánh thành cầu mới. Dân vui', marks: {} }] },
        paragraph('p', 'Sáng 24/11, cầu thông xe. Dân đến xem.'),
        { id: 'f', kind: 'figure', runs: [], alt: 'Cây cầu. Dòng sông.', credit: 'Ảnh: A. Bình' },
      ),
      hash,
    )
    expect(
      segments.map(({ place, kind, source }) => [place.block, place.field, kind, plainText(source)]),
    ).toEqual([
      ['t', 'text', 'title', 'Khánh thành cầu mới. Dân vui'],
      ['p', 'text', 'paragraph', 'Sáng 24/11, cầu thông xe.'],
      ['p', 'text', 'paragraph', 'Dân đến xem.'],
      ['f', 'alt', 'figure', 'Cây cầu.'],
      ['f', 'alt', 'figure', 'Dòng sông.'],
      ['f', 'credit', 'figure', 'Ảnh: A. Bình'],
      ['@', 'dateline', 'metadata', 'Thái Nguyên, 24/11'],
    ])
  })

  it('tell the occurrences of a repeated sentence apart, whatever stands between them', () => {
    const before = segmentBlock(paragraph('p', 'Vui. Buồn. Vui.'), 'vi', key)
    const after = segmentBlock(paragraph('p', 'Mới. Vui. Buồn. Khác. Vui.'), 'vi', key)
    const ids = (of: typeof before) => of.map(occurrenceId)
    expect(new Set(ids(before)).size).toBe(3)
    expect(ids(before).every((id) => ids(after).includes(id))).toBe(true)
  })

  it('carry the marks of the text as codes, cut where the sentence is cut', () => {
    const runs = [
      { text: 'Đậm. Cũng ', marks: { bold: true } },
      { text: 'đậm.', marks: { bold: true, italic: true } },
    ] as const
    const [first, second] = segmentBlock({ id: 'p', kind: 'paragraph', runs }, 'vi', hash)
    expect(runsFromCoded(first?.source ?? [])).toEqual([{ text: 'Đậm.', marks: { bold: true } }])
    expect(second?.source).toEqual([
      { code: 'open', number: 1, mark: 'bold', value: '' },
      'Cũng ',
      { code: 'open', number: 2, mark: 'italic', value: '' },
      'đậm.',
      { code: 'close', number: 2, mark: 'italic', value: '' },
      { code: 'close', number: 1, mark: 'bold', value: '' },
    ])
  })

  it('are the block’s text exactly when they are joined', () => {
    const parts = fc.constantFrom(
      'Câu một.',
      ' ',
      '\n',
      'Hai!',
      '…',
      'TP.',
      '“',
      '”',
      ' Ba',
      '24.11',
      '\u00a0',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
        const text = all.join('')
        const segments = segmentBlock(paragraph('p', text), 'vi', hash)
        const joined = segments.map(({ source, glue }) => plainText(source) + glue).join('')
        if (segments.length > 0) expect(joined).toBe(text.trimStart())
        else expect(text).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })
})
