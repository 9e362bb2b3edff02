import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import { findStamp, judgedParts } from '#domain/secret-stamps.ts'

/** A new document is judged whole before anything holds it: the failure refuses it (SEC1). */
export function judgeNewDocument(doc: Y.Doc): Failure | null {
  for (const { id, text } of judgedParts(readArticle(doc))) {
    const stamp = findStamp(text)
    if (stamp) return failure('secret-stamp', { where: id, ...stamp })
  }
  return null
}
