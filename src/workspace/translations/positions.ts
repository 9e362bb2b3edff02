import {
  articleDocument,
  commentsDocument,
  type DocumentId,
  type TranslationName,
} from '#domain/document-id.ts'
import type { ReadHandle } from '../store/database.ts'
import { preparedColumn } from '../store/statements.ts'

/** Where log and records stand for a translation, its comments and its source: what a view of it is made from. */
export type MadeFrom = Readonly<{ text: string; version: number }>

export function madeFrom(db: ReadHandle, document: DocumentId, name: TranslationName): MadeFrom {
  const source = articleDocument(name.article)
  const numbers = [
    logPosition(db, document),
    logPosition(db, commentsDocument(name)),
    logPosition(db, source),
    recordPosition(db, document),
    recordPosition(db, source),
  ]
  // each only grows, so their sum does
  return { text: numbers.join(' '), version: numbers.reduce((sum, each) => sum + each, 0) }
}

function logPosition(db: ReadHandle, document: DocumentId): number {
  return Number(
    preparedColumn<[string, string], number>(
      db,
      `SELECT max(coalesce((SELECT max(seq) FROM updates WHERE document = ?), 0),
                  coalesce((SELECT seq FROM snapshots WHERE document = ?), 0))`,
    ).get(document, document),
  )
}

function recordPosition(db: ReadHandle, document: DocumentId): number {
  return Number(
    preparedColumn<[string], number>(db, 'SELECT coalesce(max(seq), 0) FROM records WHERE document = ?').get(
      document,
    ),
  )
}

/** The translations of one article, or all. */
export function translationsOf(db: ReadHandle, article: string | null): readonly DocumentId[] {
  const prefix = article === null ? 'translation:' : `translation:${article}:`
  return preparedColumn<[string, string], DocumentId>(
    db,
    'SELECT id FROM documents WHERE id >= ? AND id < ? ORDER BY id',
  ).all(prefix, `${prefix.slice(0, -1)};`) as DocumentId[]
}
