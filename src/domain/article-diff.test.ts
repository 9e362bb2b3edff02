import { describe, expect, test } from 'vitest'
import { type Article, emptyMetadata } from './article.ts'
import { diffArticles, sameArticle } from './article-diff.ts'
import type { Block, BlockKind } from './blocks.ts'
import { diffTexts } from './text-diff.ts'

function makeBlock(id: string, text: string, more: Partial<Block> = {}): Block {
  return { id, kind: 'paragraph' as BlockKind, runs: [{ text, marks: {} }], ...more }
}
function makeArticle(blocks: readonly Block[], metadata: Partial<Article['metadata']> = {}): Article {
  return { blocks, metadata: { ...emptyMetadata, ...metadata } }
}
const changesOf = (from: readonly Block[], to: readonly Block[]) =>
  diffArticles(makeArticle(from), makeArticle(to)).blocks.map((block) => `${block.block}:${block.change}`)

describe('a difference of texts', () => {
  test('shows whole words', () => {
    expect(
      diffTexts('Thu 1.200 tỷ đồng', 'Thu 1.250 tỷ đồng').filter((piece) => piece.change !== 'same'),
    ).toEqual([
      { change: 'removed', text: '1.200' },
      { change: 'added', text: '1.250' },
    ])
  })
  test('gives both texts back', () => {
    const from = 'Hội trà khai mạc sáng 24/11 tại xã Tân Cương.'
    const to = 'Lễ hội trà khai mạc tối 25/11 tại phường Tân Cương 👍'
    const pieces = diffTexts(from, to)
    const side = (skip: string) => pieces.filter((piece) => piece.change !== skip).map((piece) => piece.text)
    expect(side('added').join('')).toBe(from)
    expect(side('removed').join('')).toBe(to)
  })
})

describe('a difference of articles', () => {
  const a = makeBlock('a', 'Một')
  const b = makeBlock('b', 'Hai')
  const c = makeBlock('c', 'Ba')
  test('keeps a removed block where it stood', () => {
    expect(changesOf([a, b, c], [a, c])).toEqual(['a:same', 'b:removed', 'c:same'])
    expect(changesOf([a, b], [b])).toEqual(['a:removed', 'b:same'])
  })
  test('names the fewest blocks as moved', () => {
    expect(changesOf([a, b, c], [c, a, b])).toEqual(['c:moved', 'a:same', 'b:same'])
  })
  test('sees kind, alternative text and formatting', () => {
    const bold: Block = { ...a, runs: [{ text: 'Một', marks: { bold: true } }] }
    expect(changesOf([a], [{ ...a, kind: 'heading' }])).toEqual(['a:changed'])
    expect(changesOf([a], [{ ...a, alt: 'Đồi chè' }])).toEqual(['a:changed'])
    expect(changesOf([a], [bold])).toEqual(['a:changed'])
  })
  test('keeps bold, italic and links of what stayed, what came and what went', () => {
    const runs = (name: string, verb: string): Block['runs'] => [
      { text: name, marks: { bold: true } },
      { text: ` ${verb} `, marks: {} },
      { text: 'đọc thêm', marks: { link: 'https://example.vn/' } },
    ]
    const [block] = diffArticles(
      makeArticle([{ ...a, runs: runs('Lan', 'hát') }]),
      makeArticle([{ ...a, runs: runs('Lan', 'múa') }]),
    ).blocks
    expect(block?.pieces).toEqual([
      { change: 'same', text: 'Lan', marks: { bold: true } },
      { change: 'same', text: ' ', marks: {} },
      { change: 'removed', text: 'hát', marks: {} },
      { change: 'added', text: 'múa', marks: {} },
      { change: 'same', text: ' ', marks: {} },
      { change: 'same', text: 'đọc thêm', marks: { link: 'https://example.vn/' } },
    ])
    const bold = [{ text: 'Một', marks: { bold: true as const } }]
    expect(diffArticles(makeArticle([{ ...a, runs: bold }, b]), makeArticle([b])).blocks[0]?.pieces).toEqual([
      { change: 'removed', text: 'Một', marks: { bold: true } },
    ])
  })
  test('does not care for ids when the text is the same', () => {
    expect(
      sameArticle(makeArticle([a, b]), makeArticle([makeBlock('x', 'Một'), makeBlock('y', 'Hai')])),
    ).toBe(true)
    expect(sameArticle(makeArticle([a]), makeArticle([a], { section: 'economy' }))).toBe(false)
  })
})

test('a figure shows its picture whether it changed, stayed or went', () => {
  const figure = (asset: string) => makeBlock('f', 'Đồi chè', { kind: 'figure', asset })
  const assetsOf = (from: readonly Block[], to: readonly Block[]) =>
    diffArticles(makeArticle(from), makeArticle(to)).blocks.map((block) => block.asset)
  expect(assetsOf([figure('a')], [figure('a')])).toEqual(['a'])
  expect(assetsOf([figure('a')], [figure('b')])).toEqual(['b'])
  expect(assetsOf([figure('a')], [])).toEqual(['a'])
  expect(assetsOf([], [makeBlock('p', 'Chữ')])).toEqual([null])
})
