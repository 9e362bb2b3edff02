import { useMemo } from 'react'
import type { TranslationRow } from '#contract/translations.ts'
import { useSettled } from '#renderer/ui/memory/use-settled.ts'
import type { NamedFinding, RowChecks } from './row-checks.ts'

/** Milliseconds that the typing has rested: nobody is told of a slip in the middle of a word. */
const rest = 300

/** What checks say of the row in hand, a moment after the typing; at once when confirming was held up by it. */
export function useRowFindings(
  checks: RowChecks | null,
  row: TranslationRow,
  atOnce: boolean,
): readonly NamedFinding[] {
  const settled = useSettled(row, atOnce ? 0 : rest)
  return useMemo(
    () => (checks?.of(settled) ?? []).filter(({ finding }) => finding.kind !== 'target-empty'),
    [checks, settled],
  )
}
