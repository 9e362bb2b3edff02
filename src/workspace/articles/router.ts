import type { ArticleRow } from '#contract/articles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { articleUpdate } from '#documents/article.ts'
import { emptyMetadata } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import type { ArticleIndex } from './article-index.ts'
import { countFacets, findArticle, listArticles } from './article-query.ts'
import { findPassages } from './passages.ts'
import { reinstateArticle, withdrawArticle } from './withdrawal.ts'

/** Creating, listing, withdrawing: `contract/articles.ts`. */
export function articlesRouter(services: Services, index: ArticleIndex) {
  const { articles } = operations
  const rowOf = (article: string) => answer(articleRow(services, index, article))
  const changed = (article: string, result: Result<unknown, Failure>) => {
    answer(result)
    return rowOf(article)
  }
  return {
    create: articles.create.handler(async ({ input, context }) => {
      answer(await createArticle(services, context, input))
      return rowOf(input.id)
    }),
    list: articles.list.handler(({ input }) => {
      index.catchUp()
      return listArticles(services.store.read, input)
    }),
    get: articles.get.handler(({ input }) => rowOf(input.id)),
    passages: articles.passages.handler(({ input }) => findPassages(services, input)),
    facets: articles.facets.handler(() => {
      index.catchUp()
      return countFacets(services.store.read)
    }),
    withdraw: articles.withdraw.handler(({ input, context }) =>
      changed(input.id, withdrawArticle(services, context, input)),
    ),
    reinstate: articles.reinstate.handler(({ input, context }) =>
      changed(input.id, reinstateArticle(services, context, input)),
    ),
  }
}

/** One article as the list shows it, up to date. */
export function articleRow(
  services: Services,
  index: ArticleIndex,
  article: string,
): Result<ArticleRow, Failure> {
  index.catchUp(articleDocument(article))
  const row = findArticle(services.store.read, article)
  return row ? succeed(row) : fail(failure('document-unknown', { document: article }))
}

async function createArticle(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; language: string; title: string }>,
): Promise<Result<unknown, Failure>> {
  const profile = signedIn(services, context)
  if (!profile.ok) return profile
  const kinds = ['title', 'lead', 'paragraph'] as const
  const blocks = kinds.map((kind, at) => ({
    id: `${input.id.slice(-12)}-${at}`,
    kind,
    runs: kind === 'title' && input.title !== '' ? [{ text: input.title, marks: {} }] : [],
  }))
  const metadata = { ...emptyMetadata, language: input.language, byline: profile.value.name }
  const update = articleUpdate({ metadata, blocks })
  return services.documents.create(articleDocument(input.id), input.language, update, profile.value.id)
}
