import { orpc } from '#renderer/client/client.ts'
import type { ArticleFilter } from './article-filter.ts'
import { pageSize } from './row-pages.ts'

export function pageOfRows(filter: ArticleFilter, page: number) {
  return {
    ...orpc.articles.list.queryOptions({ input: { ...filter, offset: page * pageSize, limit: pageSize } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  }
}
