import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleUpdate, changeArticle, readArticle } from './article.ts'
import { canonicalRuns } from './runs.ts'

const run = fc.record({
  text: fc.string({
    unit: fc.constantFrom('a', 'b', 'ế', '\n', ' ', 'e\u0301', '👩‍🌾', '한'),
    minLength: 1,
    maxLength: 6,
  }),
  marks: fc.constantFrom({}, { bold: true } as const, { link: 'https://a.vn' }, { italic: true } as const),
})
const block = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  kind: fc.constantFrom('paragraph', 'heading', 'bullet', 'figure'),
  runs: fc.array(run, { maxLength: 4 }),
})
const blocks = fc
  .uniqueArray(block, { selector: (item) => item.id, maxLength: 7 })
  .map((list) =>
    list.map(
      (item): Block => ({ ...item, kind: item.kind as Block['kind'], runs: canonicalRuns(item.runs) }),
    ),
  )
const article = blocks.map((list) => ({ metadata: emptyMetadata, blocks: list }))

test('a document made from an article reads as that article', () => {
  fc.assert(
    fc.property(article, (wanted) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, articleUpdate(wanted))
      expect(readArticle(doc)).toEqual(wanted)
    }),
  )
})

test('an inverse edit makes the document read as the earlier article, whatever differs', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 2, maxLength: 5 }), (versions) => {
      const doc = new Y.Doc()
      for (const version of versions) {
        changeArticle(doc, version)
        expect(readArticle(doc)).toEqual(version)
      }
    }),
    { numRuns: 150 },
  )
})

test('alternative text, credit, indent, asset and metadata are kept and can be taken back', () => {
  const doc = new Y.Doc()
  const figure: Block = {
    id: 'x',
    kind: 'figure',
    runs: [{ text: 'Chú thích', marks: {} }],
    asset: 'ab',
    alt: 'Hồ Núi Cốc',
    credit: 'Ảnh: A',
    indent: 2,
  }
  const full = { metadata: { ...emptyMetadata, byline: 'Bình', internal: true }, blocks: [figure] }
  changeArticle(doc, full)
  expect(readArticle(doc)).toEqual(full)
  const bare = { metadata: emptyMetadata, blocks: [{ id: 'x', kind: 'figure' as const, runs: figure.runs }] }
  changeArticle(doc, bare)
  expect(readArticle(doc)).toEqual(bare)
})

test('a change that changes nothing writes nothing', () => {
  const doc = new Y.Doc()
  fc.assert(
    fc.property(article, (wanted) => {
      changeArticle(doc, wanted)
      const before = Y.encodeStateVector(doc)
      changeArticle(doc, readArticle(doc))
      expect(Y.encodeStateVector(doc)).toEqual(before)
    }),
  )
})
