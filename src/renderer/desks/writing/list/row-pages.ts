/** Rows asked for at once; a page is the unit that is kept and cancelled. */
export const pageSize = 100

/** The pages that hold rows `first` to `last` (both included) of a list of `total` rows. */
export function pagesInView(first: number, last: number, total: number): readonly number[] {
  const end = Math.min(last, total - 1)
  if (total <= 0 || end < first) return [0]
  const pages: number[] = []
  for (let page = Math.floor(Math.max(first, 0) / pageSize); page <= Math.floor(end / pageSize); page++)
    pages.push(page)
  return pages
}

export function placeOfRow(index: number): Readonly<{ page: number; offset: number }> {
  const page = Math.floor(index / pageSize)
  return { page, offset: index - page * pageSize }
}
