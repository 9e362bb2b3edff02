import { useDebouncedValue } from '@mantine/hooks'
import { usePassages } from '#renderer/ui/found/use-passages.ts'
import type { ArticleRows } from './use-article-rows.ts'

type View = Readonly<{ first: number; last: number }>

/** Where the texts of the rows in view have what is searched for; asked when the scrolling rests. */
export function useSeenPassages(query: string, rows: ArticleRows, view: View) {
  const [seen] = useDebouncedValue(idsInView(rows, view).join(' '), 100)
  return usePassages(query, seen === '' ? [] : seen.split(' '))
}

function idsInView(rows: ArticleRows, { first, last }: View): readonly string[] {
  const ids: string[] = []
  for (let at = first; at <= Math.min(last, first + mostAsked - 1, rows.total - 1); at++) {
    const row = rows.rowAt(at)
    if (row) ids.push(row.id)
  }
  return ids
}

/** As many as one question takes. */
const mostAsked = 40
