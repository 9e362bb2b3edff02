import type { FindingKind } from './finding.ts'

type InFour = readonly [vi: string, en: string, zh: string, ko: string]

/** The same sentence in four languages, rightly; then each with one fault, and what a check must call it. */
export type SentenceCase = Readonly<{ right: InFour; wrong: InFour; kind: FindingKind }>

export function said(kind: FindingKind, right: InFour, wrong: InFour): SentenceCase {
  return { right, wrong, kind }
}
