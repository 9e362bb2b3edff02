import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { ArticleRow } from '#contract/articles.ts'
import type { ArticleFilter } from './article-filter.ts'
import { pageOfRows } from './page-of-rows.ts'
import { pagesInView, placeOfRow } from './row-pages.ts'

export type ArticleRows = Readonly<{
  total: number
  /** The row at an index of the whole list, when its page is there. */
  rowAt(index: number): ArticleRow | undefined
  /** True while the first answer for this filter is awaited. */
  waiting: boolean
  error: unknown
}>

type View = Readonly<{ first: number; last: number }>
type Page = Readonly<{ total: number; rows: readonly ArticleRow[] }>
type Known = { filter: string; total: number; pages: Map<number, Page> }

/**
 * The rows around the view. Pages are asked for when the scrolling rests, and dropped requests are cancelled;
 * what is already known stays on screen meanwhile.
 */
export function useArticleRows(filter: ArticleFilter, view: View): ArticleRows {
  const known = useRef<Known>({ filter: '', total: 0, pages: new Map() })
  const [first] = useDebouncedValue(view.first, 70)
  const [last] = useDebouncedValue(view.last, 70)
  const pages = pagesInView(first, last, known.current.total)
  const answers = useQueries({
    queries: pages.map((page) => pageOfRows(filter, page)),
  })
  const key = JSON.stringify(filter)
  const answered = answers.some((answer) => answer.data !== undefined)
  if (answered && known.current.filter !== key) known.current = { filter: key, total: 0, pages: new Map() }
  answers.forEach((answer, at) => {
    const page = pages[at]
    if (page === undefined || answer.data === undefined) return
    known.current.pages.set(page, answer.data)
    known.current.total = answer.data.total
  })
  const error = answers.find((answer) => answer.error !== null)?.error ?? null
  const rowAt = useCallback((index: number) => {
    const place = placeOfRow(index)
    return known.current.pages.get(place.page)?.rows[place.offset]
  }, [])
  return {
    total: known.current.total,
    rowAt,
    waiting: !answered && answers.some((answer) => answer.isPending),
    error,
  }
}
