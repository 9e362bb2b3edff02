import { expect, test } from 'vitest'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { checkArticle, groupChecks } from './article-checks.ts'

const block = (id: string, kind: Block['kind'], text: string, more: Partial<Block> = {}): Block => ({
  id,
  kind,
  runs: text === '' ? [] : [{ text, marks: {} }],
  ...more,
})
const codes = (blocks: readonly Block[], byline = 'Minh Anh') =>
  checkArticle({ metadata: { ...emptyMetadata, byline }, blocks }).map((check) => check.code)

const whole = [block('t', 'title', 'Tít'), block('l', 'lead', 'Sapo'), block('p', 'paragraph', 'Chữ')]

test('a whole article has nothing to mend', () => {
  expect(codes(whole)).toEqual([])
})

test('a title of spaces is a missing title, and the check leads to its block', () => {
  const [check] = checkArticle({
    metadata: { ...emptyMetadata, byline: 'A' },
    blocks: [block('t', 'title', '  '), ...whole.slice(1)],
  })
  expect(check).toEqual({ code: 'titleMissing', block: 't' })
})

test('a picture needs words for those who do not see it', () => {
  const picture = block('f', 'figure', 'Chú thích', { asset: 'a'.repeat(64), credit: 'Thu Hà' })
  expect(codes([...whole, picture])).toEqual(['altMissing'])
  expect(codes([...whole, { ...picture, alt: 'Đồi chè' }])).toEqual([])
})

test('a text from elsewhere needs no byline, a text from nowhere does', () => {
  expect(codes(whole, '')).toEqual(['bylineMissing'])
})

test('two titles are one check that leads to the second', () => {
  const [check] = checkArticle({
    metadata: { ...emptyMetadata, byline: 'A' },
    blocks: [...whole, block('t2', 'title', '')],
  })
  expect(check).toEqual({ code: 'titleTwice', block: 't2', count: 2 })
})

test('alike checks of many pictures are one group in the order of the page, each with its picture', () => {
  const picture = (id: string, caption: string, more: Partial<Block> = {}) =>
    block(id, 'figure', caption, { asset: 'a'.repeat(64), credit: 'Thu Hà', ...more })
  const groups = groupChecks(
    checkArticle({
      metadata: { ...emptyMetadata, byline: 'A' },
      blocks: [
        ...whole,
        picture('f1', 'Đồi chè', { alt: 'Đồi chè' }),
        picture('f2', 'Hái chè'),
        picture('f3', '', { credit: '' }),
      ],
    }),
  )
  expect(groups).toEqual([
    {
      code: 'altMissing',
      checks: [
        { code: 'altMissing', block: 'f2', picture: { place: 2, caption: 'Hái chè' } },
        { code: 'altMissing', block: 'f3', picture: { place: 3, caption: '' } },
      ],
    },
    {
      code: 'creditMissing',
      checks: [{ code: 'creditMissing', block: 'f3', picture: { place: 3, caption: '' } }],
    },
    {
      code: 'captionMissing',
      checks: [{ code: 'captionMissing', block: 'f3', picture: { place: 3, caption: '' } }],
    },
  ])
})
