import { type Failure, failure } from '#contract/failures.ts'
import type { RevisionRow } from '#contract/revisions.ts'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countChu } from '#domain/counting.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { parseRevision, revisionBody } from '#domain/revision.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { sha256Hex } from '../store/sha256.ts'
import { prepared } from '../store/statements.ts'

export type NewVersion = Readonly<{
  id: string
  document: DocumentId
  at: number
  profile: string
  reason: RevisionRow['reason']
  name: string
}>
export type VersionRow = NewVersion & Readonly<{ revision: string; words: number }>

/** The hash of a revision: SHA-256 (hex) of its body in UTF-8. */
export function revisionHash(body: string): string {
  return sha256Hex(body)
}

/** Stores an article's content and the moment it was kept at; the same id keeps nothing new. */
export function insertVersion(db: WriteHandle, version: NewVersion, article: Article): VersionRow {
  const known = findVersion(db, version.id)
  if (known) return known
  const body = revisionBody(article)
  const row = { ...version, revision: revisionHash(body), words: wordsOf(article) }
  prepared<[string, string, string]>(
    db,
    'INSERT INTO revisions (hash, document, body) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(row.revision, row.document, body)
  prepared<[VersionRow]>(
    db,
    `INSERT INTO versions (id, document, revision, at, by_profile, reason, name, words)
     VALUES (@id, @document, @revision, @at, @profile, @reason, @name, @words)`,
  ).run(row)
  return row
}

/** Keeps a text under its hash; the caller has compared the two. */
export function putRevision(
  db: WriteHandle,
  { hash, document, body }: Readonly<{ hash: string; document: DocumentId; body: string }>,
): void {
  prepared<[string, string, string]>(
    db,
    'INSERT INTO revisions (hash, document, body) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(hash, document, body)
}

/** The version that a submission from elsewhere was kept as there; without its text there is none. */
export function putSubmitted(
  db: WriteHandle,
  submission: Readonly<{ id: string; document: string; revision: string; at: number; signer: string }>,
): void {
  const { id, document, revision, at, signer } = submission
  const body = findBody(db, revision)
  if (!body.ok || findVersion(db, id)) return
  const article = parseRevision(body.value)
  prepared<[VersionRow]>(
    db,
    `INSERT INTO versions (id, document, revision, at, by_profile, reason, name, words)
     SELECT @id, id, @revision, @at, @profile, @reason, @name, @words FROM documents WHERE id = @document`,
  ).run({
    id,
    document: document as DocumentId,
    revision,
    at,
    profile: signer,
    reason: 'submitted',
    name: '',
    words: article ? wordsOf(article) : 0,
  })
}

export function findVersion(db: ReadHandle, id: string): VersionRow | undefined {
  return prepared<[string], VersionRow>(db, `${selectVersion} WHERE id = ?`).get(id)
}

/** True when exactly this content of the document is already kept. */
export function isKept(db: ReadHandle, document: DocumentId, article: Article): boolean {
  const hash = revisionHash(revisionBody(article))
  const row = prepared<[string, string]>(
    db,
    `SELECT 1 FROM versions JOIN revisions ON hash = revision
     WHERE versions.document = ? AND revision = ? LIMIT 1`,
  ).get(document, hash)
  return row !== undefined
}

export function findBody(db: ReadHandle, hash: string): Result<string, Failure> {
  const row = prepared<[string], { body: string }>(db, 'SELECT body FROM revisions WHERE hash = ?').get(hash)
  return row ? succeed(row.body) : fail(failure('revision-unknown', { revision: hash }))
}

export function findRevision(db: ReadHandle, hash: string): Result<Article, Failure> {
  const body = findBody(db, hash)
  if (!body.ok) return body
  const article = parseRevision(body.value)
  return article ? succeed(article) : fail(failure('revision-unknown', { revision: hash }))
}

const selectVersion =
  'SELECT id, document, revision, at, by_profile AS profile, reason, name, words FROM versions'

function wordsOf({ blocks }: Article): number {
  return blocks.reduce((sum, block) => sum + countChu(blockText(block)), 0)
}
