import type { ArticleQuery } from '#contract/articles.ts'

/** What the list shows: the part of a query that a person sets. */
export type ArticleFilter = Omit<ArticleQuery, 'offset' | 'limit'>
export type FilterName = 'states' | 'sections' | 'languages'

export const everything: ArticleFilter = {
  text: '',
  states: [],
  sections: [],
  languages: [],
  order: 'updated',
}

/** Orders that a person may pick; relevance belongs to a search. */
export const orders = ['updated', 'created', 'deadline', 'title'] as const

export function toggleValue(filter: ArticleFilter, name: FilterName, value: string): ArticleFilter {
  const held: readonly string[] = filter[name]
  const next = held.includes(value) ? held.filter((each) => each !== value) : [...held, value]
  return { ...filter, [name]: next }
}

/** A search sorts by relevance as long as it lasts, unless a person chose an order for it. */
export function withText(filter: ArticleFilter, text: string): ArticleFilter {
  const searching = text.trim() !== ''
  if (searching && filter.order === 'updated') return { ...filter, text, order: 'relevance' }
  if (!searching && filter.order === 'relevance') return { ...filter, text, order: 'updated' }
  return { ...filter, text }
}

export function isFiltered(filter: ArticleFilter): boolean {
  return (
    filter.text.trim() !== '' || filter.states.length + filter.sections.length + filter.languages.length > 0
  )
}
