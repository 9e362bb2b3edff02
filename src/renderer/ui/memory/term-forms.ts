import type { MetTermView } from '#contract/terms.ts'

/** Every term once, as it is first met; what asks for nothing and forbids nothing is left out. */
export function distinctTerms(met: readonly MetTermView[]): readonly MetTermView[] {
  const seen = new Set<string>()
  return met.filter(({ kind, id, allowed, forbidden, titles }) => {
    const name = `${kind}/${id}`
    if (seen.has(name) || allowed.length + forbidden.length + titles.length === 0) return false
    seen.add(name)
    return true
  })
}

/** What the keys insert, in order: the form to write of each term, and of a person's newest title. */
export function formsByKey(terms: readonly MetTermView[]): readonly string[] {
  return distinctTerms(terms).flatMap(({ allowed, titles }) =>
    [allowed[0], titles[0]?.forms[0]].filter((form) => form !== undefined),
  )
}
