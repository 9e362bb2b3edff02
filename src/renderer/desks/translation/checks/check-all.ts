import type { TranslationRow } from '#contract/translations.ts'
import { checkTogether } from '#domain/checks/check-translation.ts'
import { isCheckable, type NamedFinding, nameFinding, type RowChecks } from './row-checks.ts'

export type CheckedAll = ReadonlyMap<string, readonly NamedFinding[]>

/** Milliseconds of checking between two looks at what else the window has to do. */
const slice = 10

/** Every check of every row, in slices so that typing goes on; undefined when it was given up. */
export async function checkAll(
  rows: readonly TranslationRow[],
  checks: RowChecks,
  signal: AbortSignal,
): Promise<CheckedAll | undefined> {
  const checkable = rows.filter(isCheckable)
  const found = new Map<string, readonly NamedFinding[]>()
  let until = performance.now() + slice
  for (const row of checkable) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + slice
    }
    if (signal.aborted) return undefined
    const findings = checks.of(row)
    if (findings.length > 0) found.set(row.row, findings)
  }
  const byId = new Map(checkable.map((row) => [row.row, row]))
  for (const [id, finding] of checkTogether(checkable.map((row) => ({ ...row, id: row.row })))) {
    const row = byId.get(id)
    if (row) found.set(id, [...(found.get(id) ?? []), nameFinding(finding, row)])
  }
  return found
}
