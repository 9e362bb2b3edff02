import type { TermbaseView } from '#contract/terms.ts'
import type { TranslationRow } from '#contract/translations.ts'
import type { BesideSource } from '#contract/workflow.ts'
import { checkSegment } from '#domain/checks/check-segment.ts'
import { checkTogether } from '#domain/checks/check-translation.ts'
import { type Finding, findingId } from '#domain/checks/finding.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { termsMet } from '#domain/terms/met-terms.ts'

export type BesideRow = BesideSource['rows'][number]
/** A finding, and the reason for which the translator ignored it. */
export type ShownFinding = Readonly<{ finding: Finding; ignored: TranslationRow['ignored'][number] | null }>
export type CheckedRows = ReadonlyMap<number, readonly ShownFinding[]>

/** Milliseconds of checking between two looks at what else the window has to do. */
const slice = 10

export type CheckRequest = Readonly<{
  beside: BesideSource
  termbase: TermbaseView
  /** The translation's rows of now: they hold what was ignored and why. */
  current: readonly TranslationRow[]
  signal: AbortSignal
}>

/** The checks of a submitted translation, by the place of the row; undefined when they were given up. */
export async function checkBeside(request: CheckRequest): Promise<CheckedRows | undefined> {
  const { beside, termbase, signal } = request
  const { sourceLanguage, language: targetLanguage, rows } = beside
  const termsOf = termsMet(termbase, sourceLanguage, targetLanguage)
  const ignored = new Map(
    request.current.flatMap((row) =>
      row.ignored.map((entry) => [ignoredKey(row, entry.finding), entry] as const),
    ),
  )
  const show = (row: BesideRow, finding: Finding): ShownFinding => {
    const name = findingId(finding, plainText(row.source), plainText(row.target))
    return { finding, ignored: ignored.get(ignoredKey(row, name)) ?? null }
  }
  const found = new Map<number, ShownFinding[]>()
  let until = performance.now() + slice
  for (const [at, row] of rows.entries()) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve))
      until = performance.now() + slice
    }
    if (signal.aborted) return undefined
    if (!isCheckable(row)) continue
    const { source, target } = row
    const terms = termsOf(plainText(source))
    const findings = checkSegment({ source, target, sourceLanguage, targetLanguage, terms })
    if (findings.length > 0)
      found.set(
        at,
        findings.map((finding) => show(row, finding)),
      )
  }
  for (const [id, finding] of checkTogether(
    rows.map((row, at) => ({ ...row, id: String(at) })).filter(isCheckable),
  )) {
    const row = rows[Number(id)]
    if (row) found.set(Number(id), [...(found.get(Number(id)) ?? []), show(row, finding)])
  }
  return found
}

/** What was added has no source, what is left out no target; rivals are seen as what they are. */
function isCheckable({ state, source }: Pick<BesideRow, 'state' | 'source'>): boolean {
  return plainText(source) !== '' && state !== 'omitted' && state !== 'empty' && state !== 'variants'
}

function ignoredKey({ source }: Pick<BesideRow, 'source'>, finding: string): string {
  return `${finding} ${plainText(source)}`
}
