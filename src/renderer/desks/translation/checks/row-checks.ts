import type { TermbaseView } from '#contract/terms.ts'
import type { TranslationRow } from '#contract/translations.ts'
import { checkSegment } from '#domain/checks/check-segment.ts'
import { type Finding, findingId } from '#domain/checks/finding.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { termsMet } from '#domain/terms/met-terms.ts'

/** A finding with its lasting name, and why it is ignored if it is. */
export type NamedFinding = Readonly<{
  id: string
  finding: Finding
  ignored: TranslationRow['ignored'][number] | null
}>

/** Checks of single rows; a row that was asked about before is answered from memory. */
export type RowChecks = Readonly<{ of(row: TranslationRow): readonly NamedFinding[] }>

export function createRowChecks(
  termbase: TermbaseView,
  sourceLanguage: string,
  targetLanguage: string,
): RowChecks {
  const termsOf = termsMet(termbase, sourceLanguage, targetLanguage)
  const known = new WeakMap<TranslationRow, readonly NamedFinding[]>()
  function check(row: TranslationRow): readonly NamedFinding[] {
    const { source, target } = row
    const terms = termsOf(plainText(source))
    const findings = checkSegment({ source, target, sourceLanguage, targetLanguage, terms })
    return findings.map((finding) => nameFinding(finding, row))
  }
  return {
    of(row) {
      if (!isCheckable(row)) return []
      const findings = known.get(row) ?? check(row)
      known.set(row, findings)
      return findings
    },
  }
}

/** Rivals are picked from first; what is left out or added has no source to be checked against. */
export function isCheckable({ kind, state }: Pick<TranslationRow, 'kind' | 'state'>): boolean {
  return kind === 'sentence' && state !== 'omitted' && state !== 'variants'
}

export function nameFinding(finding: Finding, { source, target, ignored }: TranslationRow): NamedFinding {
  const id = findingId(finding, plainText(source), plainText(target))
  return { id, finding, ignored: ignored.find((entry) => entry.finding === id) ?? null }
}

/** What keeps a row from being confirmed at the first try. */
export function openErrors(findings: readonly NamedFinding[]): readonly string[] {
  return findings
    .filter(({ finding, ignored }) => finding.severity === 'error' && ignored === null)
    .map(({ id }) => id)
}
