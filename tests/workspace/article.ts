import type * as Y from 'yjs'
import { type Article, emptyMetadata } from '#domain/article.ts'

export function makeArticle(paragraphs: readonly string[] = ['Một đoạn.']): Article {
  return {
    metadata: emptyMetadata,
    blocks: [
      { id: 'title', kind: 'title', runs: [{ text: 'Tít bài', marks: {} }] },
      ...paragraphs.map((text, index) => ({
        id: `p${index}`,
        kind: 'paragraph' as const,
        runs: [{ text, marks: {} }],
      })),
    ],
  }
}

/** Types at the end of the last block, as a client's copy would. */
export function typeText(doc: Y.Doc, text: string): void {
  const body = doc.getText('body')
  body.insert(body.length - 1, text)
}
