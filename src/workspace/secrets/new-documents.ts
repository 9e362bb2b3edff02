import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readArticle } from '#documents/article.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { judgedText } from './stamp-guard.ts'

/** A new document is judged whole before anything holds it: the failure refuses it (SEC1). */
export function judgeNewDocument(doc: Y.Doc): Failure | null {
  for (const block of readArticle(doc).blocks) {
    const stamp = findStamp(judgedText(block))
    if (stamp) return failure('secret-stamp', { where: block.kind, ...stamp })
  }
  return null
}
