import { expect, test } from 'vitest'
import { type Article, emptyMetadata } from './article.ts'
import { parseRevision, revisionBody } from './revision.ts'

function makeArticle(parts: Partial<Article> = {}): Article {
  return {
    metadata: { ...emptyMetadata, byline: 'Hà Anh', internal: true },
    blocks: [
      { id: 'b1', kind: 'title', runs: [{ text: 'Hòa bình', marks: {} }] },
      {
        id: 'b2',
        kind: 'figure',
        runs: [{ text: 'Chú thích', marks: { italic: true, link: 'https://tn.vn/' } }],
        asset: 'a'.repeat(64),
        alt: 'Cầu Gia Bảy',
        credit: 'Ảnh: Minh',
      },
      { id: 'b3', kind: 'bullet', runs: [], indent: 2 },
    ],
    ...parts,
  }
}

test('a revision reads back as the article it was made of', () => {
  const article = makeArticle()
  expect(parseRevision(revisionBody(article))).toEqual(article)
})

test('text in decomposed form and in split runs gives the same body (LANG1)', () => {
  const split = makeArticle({
    blocks: [
      {
        id: 'b1',
        kind: 'title',
        runs: [
          { text: 'Ho\u0300a ', marks: {} },
          { text: '', marks: { bold: true } },
          { text: 'bình', marks: {} },
        ],
        indent: 0,
        alt: '',
      },
      ...makeArticle().blocks.slice(1),
    ],
  })
  expect(revisionBody(split)).toBe(revisionBody(makeArticle()))
})

test('one changed mark gives another body', () => {
  const [title, ...rest] = makeArticle().blocks
  const bold = makeArticle({
    blocks: [{ ...title!, runs: [{ text: 'Hòa bình', marks: { bold: true } }] }, ...rest],
  })
  expect(revisionBody(bold)).not.toBe(revisionBody(makeArticle()))
})

test('what is no revision, or one of a newer form, is not read', () => {
  expect(parseRevision('{')).toBeUndefined()
  expect(parseRevision('[]')).toBeUndefined()
  expect(parseRevision('{"schema":2,"metadata":{},"blocks":[]}')).toBeUndefined()
  expect(
    parseRevision('{"schema":1,"metadata":{},"blocks":[{"id":"x","kind":"odd","runs":[]}]}'),
  ).toBeUndefined()
  expect(
    parseRevision('{"schema":1,"metadata":{},"blocks":[{"id":"x","kind":"lead","runs":[1]}]}'),
  ).toBeUndefined()
})
