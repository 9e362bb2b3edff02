import { type Failure, failureSchema } from '#contract/failures.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import type { StoredClip } from '../services.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

type ClipRow = Readonly<{
  hash: string
  name: string
  bytes: number
  facts: string
  addedAt: number
  proxyFailure: string | null
  peaksFailure: string | null
}>

const select = `SELECT clips.hash, assets.name, assets.bytes, clips.facts, assets.added_at AS addedAt,
    clips.proxy_failure AS proxyFailure, clips.peaks_failure AS peaksFailure
  FROM clips JOIN assets ON assets.hash = clips.hash`

export function findClipRow(db: ReadHandle, hash: string): StoredClip | undefined {
  const row = prepared<[string], ClipRow>(db, `${select} WHERE clips.hash = ?`).get(hash)
  return row && clipOf(row)
}

export function allClipRows(db: ReadHandle): readonly StoredClip[] {
  return prepared<[], ClipRow>(db, `${select} ORDER BY assets.added_at DESC, clips.hash`).all().map(clipOf)
}

/** The clips that an article holds, in its order. */
export function clipRowsOf(db: ReadHandle, document: string): readonly StoredClip[] {
  return prepared<[string], ClipRow>(
    db,
    `${select} JOIN article_clips ON article_clips.clip = clips.hash
     WHERE article_clips.document = ? ORDER BY article_clips.place`,
  )
    .all(document)
    .map(clipOf)
}

/** Writes what a clip is; what could not be made of it before is tried again. */
export function putClipRow(db: WriteHandle, hash: string, facts: MediaFacts): void {
  prepared(db, 'INSERT OR REPLACE INTO clips (hash, facts) VALUES (?, ?)').run(hash, JSON.stringify(facts))
}

export function noteClipFailure(
  db: WriteHandle,
  hash: string,
  what: 'proxy' | 'peaks',
  failed: Failure | null,
): void {
  const value = failed && JSON.stringify(failed)
  const column = what === 'proxy' ? 'proxy_failure' : 'peaks_failure'
  prepared(db, `UPDATE clips SET ${column} = ? WHERE hash = ?`).run(value, hash)
}

export function articlesWith(
  db: ReadHandle,
  clip: string,
): readonly Readonly<{ article: string; title: string }>[] {
  return prepared<[string], { article: string; title: string }>(
    db,
    `SELECT article_rows.article, article_rows.title FROM article_clips
     JOIN article_rows ON article_rows.document = article_clips.document
     WHERE article_clips.clip = ? ORDER BY article_rows.created_at DESC`,
  ).all(clip)
}

/** Documents with a clip's subtitles. */
export function tracksOf(
  db: ReadHandle,
  clip: string,
): readonly Readonly<{ document: string; language: string }>[] {
  const documents = preparedColumn<[string, string], string>(
    db,
    'SELECT id FROM documents WHERE id BETWEEN ? AND ? ORDER BY id',
  ).all(`track:${clip}:`, `track:${clip}:~`)
  return documents.map((document) => ({ document, language: document.split(':')[2] ?? '' }))
}

function clipOf({ facts, proxyFailure, peaksFailure, ...row }: ClipRow): StoredClip {
  return {
    ...row,
    facts: JSON.parse(facts) as MediaFacts,
    proxyFailure: failureOf(proxyFailure),
    peaksFailure: failureOf(peaksFailure),
  }
}

function failureOf(text: string | null): Failure | null {
  return text === null ? null : failureSchema.parse(JSON.parse(text))
}
