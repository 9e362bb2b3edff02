/** The counts beside the filters are read after every change of the list: from an index, not from all rows. */
export const facetIndex = {
  number: 4,
  name: 'facet-index',
  sql: 'CREATE INDEX article_rows_by_facet ON article_rows (state, section, language);',
} as const
