import type { Severity } from '#domain/checks/finding.ts'
import type { CheckedAll } from './check-all.ts'
import type { NamedFinding } from './row-checks.ts'

export const problemKinds = ['error', 'warning', 'notice', 'ignored'] as const
export type ProblemKind = Severity | 'ignored'

function kindOf({ finding, ignored }: NamedFinding): ProblemKind {
  return ignored ? 'ignored' : finding.severity
}

export function problemsOf(findings: readonly NamedFinding[], kind: ProblemKind): readonly NamedFinding[] {
  return findings.filter((finding) => kindOf(finding) === kind)
}

/** How many findings there are of each kind; of nothing when nobody looked yet. */
export function countProblems(found: CheckedAll | null): Readonly<Record<ProblemKind, number>> {
  const counts = { error: 0, warning: 0, notice: 0, ignored: 0 }
  for (const finding of [...(found?.values() ?? [])].flat()) counts[kindOf(finding)] += 1
  return counts
}
