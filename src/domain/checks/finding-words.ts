import type { Finding } from './finding.ts'

/** Which words of the namespace `checks` explain a finding: a key for what is wrong, one for what to do, and what they name. */
export type FindingWords = Readonly<{ what: string; todo: string; values: Readonly<Record<string, string>> }>

export function findingWords({ kind, facts }: Finding): FindingWords {
  return { what: `${kind}.what`, todo: `${kind}.todo`, values: { ...facts } }
}
