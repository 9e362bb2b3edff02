import { type Article, articleTitle, oneLine } from '#domain/article.ts'
import { type Block, blockText } from '#domain/blocks.ts'
import { countChu } from '#domain/counting.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { collationKey, foldText } from '#domain/folding.ts'
import type { WorkflowState } from '#domain/workflow-state.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'
import { forgetProjected } from './projected.ts'

/** Ids of an article's rows of full text start at its number times this. */
export const partsPerArticle = 2 ** 20
/** Characters of a part of the full text: most articles are one part. */
const partLength = 20_000
const excerptLength = 160

/** What a list row says that the text itself does not. */
export type ArticleStanding = Readonly<{
  state: WorkflowState
  changedSinceApproval: boolean
  held: boolean
  oddities: number
}>

/** Writes one article's list row and the parts of its full text that changed. */
export function projectArticle(
  db: WriteHandle,
  document: DocumentId,
  article: Article,
  standing: ArticleStanding,
): void {
  const number = articleNumber(db, document)
  projectText(db, number, article)
  projectClips(db, document, article)
  const times = documentTimes(db, document)
  const row = {
    ...rowOf(document, article),
    ...standingColumns(standing),
    ...times,
    number,
    words: countChu(article.blocks.map(blockText).join('\n')),
  }
  prepared(
    db,
    `INSERT INTO article_rows (document, article, number, title, title_key, excerpt, language, section, genre, byline,
       state, changed_since_approval, words, created_at, updated_at, deadline, embargo, internal, held, oddities, picture)
     VALUES (@document, @article, @number, @title, @titleKey, @excerpt, @language, @section, @genre, @byline,
       @state, @changedSinceApproval, @words, @createdAt, @updatedAt, @deadline, @embargo, @internal, @held, @oddities, @picture)
     ON CONFLICT (document) DO UPDATE SET title = excluded.title, title_key = excluded.title_key,
       excerpt = excluded.excerpt, language = excluded.language, section = excluded.section, genre = excluded.genre,
       byline = excluded.byline, state = excluded.state, changed_since_approval = excluded.changed_since_approval,
       words = excluded.words, updated_at = excluded.updated_at, deadline = excluded.deadline,
       embargo = excluded.embargo, internal = excluded.internal, held = excluded.held, oddities = excluded.oddities,
       picture = excluded.picture`,
  ).run(row)
}

/**
 * Forgets every list row and all full text; `projected` too, so that the next catch-up makes them again. The full
 * text is emptied as a whole: text by text, as its trigger does it, would hold up everybody for minutes.
 */
export function clearArticles(db: WriteHandle): void {
  const trigger = preparedColumn<[], string>(
    db,
    "SELECT sql FROM sqlite_schema WHERE name = 'article_texts_removed'",
  ).get()
  db.exec(`DROP TRIGGER IF EXISTS article_texts_removed;
           DELETE FROM article_rows; DELETE FROM article_texts; DELETE FROM article_clips; DELETE FROM projected;
           INSERT INTO article_search (article_search) VALUES ('rebuild');
           ${String(trigger ?? '')}`)
  forgetProjected(db)
}

/** Forgets one article's row and full text; the next catch-up makes them again. */
export function forgetArticle(db: WriteHandle, document: DocumentId): void {
  const number = preparedColumn(db, 'SELECT number FROM article_rows WHERE document = ?').get(document)
  if (typeof number === 'number') {
    const first = number * partsPerArticle
    prepared(db, 'DELETE FROM article_texts WHERE id BETWEEN ? AND ?').run(first, first + partsPerArticle - 1)
  }
  prepared(db, 'DELETE FROM article_rows WHERE document = ?').run(document)
  if (hasClips(db)) prepared(db, 'DELETE FROM article_clips WHERE document = ?').run(document)
  prepared(db, 'DELETE FROM projected WHERE document = ?').run(document)
  forgetProjected(db)
}

/** What a list calls an article: its title, or the first words there are. */
function nameOf(article: Article): string {
  return articleTitle(article) || (article.blocks.map(oneLine).find((line) => line !== '') ?? '')
}

function rowOf(document: DocumentId, article: Article) {
  const { metadata, blocks } = article
  const title = nameOf(article)
  return {
    document,
    article: articleIdOf(document),
    title,
    titleKey: collationKey(title.slice(0, 200)),
    excerpt: excerptOf(blocks, title),
    language: metadata.language,
    section: metadata.section,
    genre: metadata.genre,
    byline: metadata.byline,
    deadline: metadata.deadline,
    embargo: metadata.embargo,
    internal: metadata.internal ? 1 : 0,
    picture: blocks.find((block) => block.kind === 'figure' && block.asset)?.asset ?? null,
  }
}

function excerptOf(blocks: readonly Block[], title: string): string {
  const next = blocks.find((block) => {
    const text = blockText(block).trim()
    return text !== '' && block.kind !== 'figure' && text !== title
  })
  return next ? Array.from(blockText(next).trim()).slice(0, excerptLength).join('') : ''
}

function standingColumns(standing: ArticleStanding) {
  return {
    state: standing.state,
    changedSinceApproval: standing.changedSinceApproval ? 1 : 0,
    held: standing.held ? 1 : 0,
    oddities: standing.oddities,
  }
}

function articleNumber(db: WriteHandle, document: DocumentId): number {
  const known = preparedColumn(db, 'SELECT number FROM article_rows WHERE document = ?').get(document)
  if (typeof known === 'number') return known
  return Number(preparedColumn(db, 'SELECT coalesce(max(number), 0) + 1 FROM article_rows').get())
}

/** Compaction drops log rows but always leaves a version, so the later of the two is when it last changed. */
function documentTimes(db: ReadHandle, document: DocumentId): { createdAt: number; updatedAt: number } {
  const row = prepared<
    [string, string, string],
    { createdAt: number; updatedAt: number | null; versionAt: number | null }
  >(
    db,
    `SELECT created_at AS createdAt,
              (SELECT recorded_at FROM updates WHERE document = ? ORDER BY seq DESC LIMIT 1) AS updatedAt,
              (SELECT max(at) FROM versions WHERE document = ?) AS versionAt
       FROM documents WHERE id = ?`,
  ).get(document, document, document)
  const createdAt = row?.createdAt ?? 0
  return { createdAt, updatedAt: Math.max(createdAt, row?.updatedAt ?? 0, row?.versionAt ?? 0) }
}

/** Backups of a program before clips have no such table, and a purge reaches into them. */
function hasClips(db: ReadHandle): boolean {
  return preparedColumn(db, "SELECT 1 FROM sqlite_schema WHERE name = 'article_clips'").get() !== undefined
}

/** Which clips an article holds, each once, in the order of its blocks. */
function projectClips(db: WriteHandle, document: DocumentId, { blocks }: Article): void {
  const held = blocks.flatMap(({ kind, asset }) => (kind === 'clip' && asset ? [asset] : []))
  const wanted = [...new Set(held)]
  const stored = preparedColumn<[string], string>(
    db,
    'SELECT clip FROM article_clips WHERE document = ? ORDER BY place',
  ).all(document)
  if (wanted.length === stored.length && wanted.every((clip, at) => clip === stored[at])) return
  prepared(db, 'DELETE FROM article_clips WHERE document = ?').run(document)
  const insert = prepared(db, 'INSERT INTO article_clips (document, clip, place) VALUES (?, ?, ?)')
  for (const [place, clip] of wanted.entries()) insert.run(document, clip, place)
}

type TextRow = Readonly<{ id: number; folded: string }>

function projectText(db: WriteHandle, number: number, article: Article): void {
  const first = number * partsPerArticle
  const stored = prepared<[number, number], TextRow>(
    db,
    'SELECT id, folded FROM article_texts WHERE id BETWEEN ? AND ? ORDER BY id',
  ).all(first, first + partsPerArticle - 1)
  const parts = searchedParts(article)
  const insert = prepared(db, 'INSERT INTO article_texts (id, folded) VALUES (?, ?)')
  const update = prepared(db, 'UPDATE article_texts SET folded = ? WHERE id = ?')
  const remove = prepared(db, 'DELETE FROM article_texts WHERE id = ?')
  parts.forEach((folded, index) => {
    const row = stored[index]
    if (row === undefined) insert.run(first + index, folded)
    else if (row.folded !== folded) update.run(folded, row.id)
  })
  for (const row of stored.slice(parts.length)) remove.run(row.id)
}

/** Whole blocks, folded, in parts; each begins with the title, so that title and text are found together. */
function searchedParts(article: Article): readonly string[] {
  const title = foldText(nameOf(article))
  const parts: string[] = []
  let part = title
  for (const block of article.blocks) {
    if (part.length > partLength) {
      parts.push(part)
      part = title
    }
    part += `\n${foldText(searchedText(block))}`
  }
  return [...parts, part]
}

function searchedText(block: Block): string {
  return [blockText(block), block.alt, block.credit].filter(Boolean).join('\n')
}
