import type { TranslationRow } from '#contract/translations.ts'
import { foldText } from '#domain/folding.ts'
import { plainText } from '#domain/segments/coded-text.ts'

export const rowFilters = ['all', 'open', 'stale', 'variants', 'confirmed', 'omitted', 'commented'] as const
export type RowFilter = (typeof rowFilters)[number]

/** Rows that still want a decision: all but what is confirmed or left out. */
export function isOpen({ state }: Pick<TranslationRow, 'state'>): boolean {
  return state !== 'confirmed' && state !== 'omitted'
}

/** Whether a row passes the filter and holds the words that are looked for, in its source or its target. */
export function passes(row: TranslationRow, filter: RowFilter, words: string): boolean {
  return inFilter(row, filter) && (words === '' || holds(row, foldText(words)))
}

function inFilter(row: TranslationRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return isOpen(row)
    case 'commented':
      return row.comments > 0
    default:
      return row.state === filter
  }
}

function holds(row: TranslationRow, folded: string): boolean {
  return [row.source, row.target].some((text) => foldText(plainText(text)).includes(folded))
}

/** The next row after `from` that is wanted, from the top again behind the last; none when there is no other. */
export function nextRow(
  order: readonly string[],
  from: string,
  isWanted: (row: string) => boolean,
): string | undefined {
  const at = order.indexOf(from)
  return order.slice(at + 1).find(isWanted) ?? order.slice(0, Math.max(at, 0)).find(isWanted)
}
