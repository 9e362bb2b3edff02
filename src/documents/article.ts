import * as Y from 'yjs'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { readAttributeText, writeAttributeText } from './attribute-texts.ts'
import { type BlockContent, type BodyBlock, readBody } from './body.ts'
import { changeMetadata, readMetadata } from './metadata.ts'
import { attributeTextNames } from './roots.ts'
import { canonicalRuns } from './runs.ts'
import { writeBody } from './write-body.ts'

export { readMetadata, setMetadata } from './metadata.ts'

/** The article as it is shown, also when the document is new, half merged or made by a newer program. */
export function readArticle(doc: Y.Doc): Article {
  const blocks = readBody(doc).blocks.map((block) => wholeBlock(doc, block))
  return { metadata: readMetadata(doc), blocks }
}

function wholeBlock(doc: Y.Doc, shown: BodyBlock): Block {
  const { pieces: _, block, ...content } = shown
  const [alt, credit] = attributeTextNames.map(
    // A second place of a block has texts of its own once somebody wrote them.
    (name) => readAttributeText(doc, content.id, name) || readAttributeText(doc, block, name),
  )
  return { ...content, ...(alt && { alt }), ...(credit && { credit }) }
}

/** A fresh document that holds `article`, as one Yjs update (v1). */
export function articleUpdate(article: Article): Uint8Array {
  const doc = new Y.Doc()
  changeArticle(doc, article)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/**
 * An edit that makes the document read as `next`, touching only what differs: restoring a revision is such
 * an edit, and merges with what others write meanwhile. Block ids must be unique.
 */
export function changeArticle(doc: Y.Doc, next: Article): void {
  doc.transact(() => {
    changeMetadata(doc, next.metadata)
    const body = readBody(doc)
    writeBody(doc, body, next.blocks.map(blockContent))
    for (const block of next.blocks) {
      for (const name of attributeTextNames) {
        writeAttributeText(doc, block.id, name, block[name] ?? '')
      }
    }
  })
}

function blockContent({ alt: _, credit: __, ...block }: Block): BlockContent {
  return { ...block, runs: canonicalRuns(block.runs) }
}
