import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleQuery } from '#contract/articles.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { listArticles } from '#workspace/articles/article-query.ts'
import { projectArticle } from '#workspace/articles/projection.ts'
import type { WriteHandle } from '#workspace/store/database.ts'
import { openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'
import { type Benchmark, measure, quantile } from './benchmark.ts'

const articles = 50_000
const syllables =
  `thái nguyên tỉnh xã phường tân cương chè lễ hội khai mạc du khách hợp tác xã sản phẩm ocop doanh nghiệp
đầu tư khu công nghiệp sông cầu đường bộ cầu cống trường học bệnh viện giáo dục y tế văn hóa thể thao du lịch nông nghiệp
môi trường công an quân đội hội đồng nhân dân ủy ban chủ tịch phó giám đốc sở ban ngành kế hoạch nghị quyết quyết định
thông tư triển khai thực hiện kiểm tra giám sát hướng dẫn tuyên truyền quảng bá hình ảnh con người vùng đất bạn bè quốc tế`
    .split(/\s+/)
    .filter(Boolean)

const queries = [
  'nuoc sach',
  'tân cương',
  'che thai nguyen',
  'khu công nghiệp',
  'van hoa',
  'k123',
  'uy ban nhan dan',
  'Lễ hội trà',
]

/** A query as it is typed, against the bare FTS5 look-up of the same words. */
export async function run(): Promise<Benchmark> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-search-'))
  const opened = openStore(workspacePaths(folder), { now: Date.now })
  if (!opened.ok) throw new Error(opened.failure.code)
  const store = opened.value
  try {
    fill(store)
    const ask = (index: number) =>
      listArticles(store.read, articleQuery.parse({ text: queries[index % queries.length], limit: 100 }))
    const bare = store.read.prepare(
      'SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT 100',
    )
    const matches = queries.map((query) => {
      const words = query
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/đ/g, 'd')
        .split(' ')
      return words.map((word) => `"${word}"`).join(' AND ')
    })
    await measure(queries.length, ask)
    const ours = quantile(await measure(200, ask), 0.95)
    const peer = quantile(await measure(200, (index) => bare.all(matches[index % matches.length])), 0.95)
    return {
      name: 'search',
      work: `a query over ${articles.toLocaleString('en')} articles, p95`,
      peer: 'the bare FTS5 query',
      value: ours,
      peerValue: peer,
      ratio: ours / peer,
      goal: 1.5,
      notes: [
        'Ours folds the query, counts all hits and reads the rows of the best hundred; the peer asks FTS5 for a hundred row ids.',
      ],
    }
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Filling = Readonly<{
  paragraphs?: number
  /** Told of each article, inside the transaction. */
  also?(db: WriteHandle, document: DocumentId, article: Article): void
}>

/** Fifty thousand articles in the list and the full text. */
export function fill(store: Store, { paragraphs = 6, also }: Filling = {}): void {
  let seed = 7
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed % below
  }
  // Word frequencies fall off as in a real text: half of it are the common syllables, the rest thousands of others.
  const word = () => (random(2) === 0 ? syllables[random(syllables.length)] : `v${random(1 + random(6_000))}`)
  const sentence = (words: number) => Array.from({ length: words }, word).join(' ')
  for (let start = 0; start < articles; start += 2_000) {
    store.write((db) => {
      const document = db.prepare(
        'INSERT INTO documents (id, language, created_at, created_by) VALUES (?, ?, ?, ?)',
      )
      for (let index = start; index < start + 2_000; index += 1) {
        const id = articleDocument(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`)
        document.run(id, 'vi', index, 'me')
        const texts = [
          `${sentence(10)} k${index % 997}`,
          ...Array.from({ length: paragraphs }, () => sentence(45)),
        ]
        const blocks = texts.map((text, at) => ({
          id: `b${at}`,
          kind: at === 0 ? ('title' as const) : ('paragraph' as const),
          runs: [{ text, marks: {} }],
        }))
        const standing = { state: 'draft', changedSinceApproval: false, held: false, oddities: 0 } as const
        const article = { metadata: emptyMetadata, blocks }
        projectArticle(db, id, article, standing)
        also?.(db, id, article)
      }
    })
  }
}
