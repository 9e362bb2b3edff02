import { collationKey } from '#domain/folding.ts'
import { type Concept, type ConceptKind, primaryLanguage } from '#domain/terms/termbase.ts'
import { conceptName, holdsWords, nameIn } from '#renderer/ui/terms/concept-search.ts'

export const conceptStandings = ['all', 'approved', 'proposed', 'forbidden', 'gaps'] as const
export type ConceptFilter = Readonly<{
  words: string
  kind: ConceptKind | 'all'
  standing: (typeof conceptStandings)[number]
}>
export const noFilter: ConceptFilter = { words: '', kind: 'all', standing: 'all' }

/** The languages of the house, in the order in which they are always shown. */
export const houseLanguages: readonly string[] = ['vi', 'en', 'zh', 'ko']

/** The concepts that pass a filter, in the order of a Vietnamese dictionary. */
export function conceptRows(concepts: readonly Concept[], filter: ConceptFilter): readonly Concept[] {
  return concepts
    .filter((concept) => passes(concept, filter))
    .map((concept) => ({ concept, key: collationKey(conceptName(concept)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ concept }) => concept)
}

function passes(concept: Concept, { words, kind, standing }: ConceptFilter): boolean {
  return (kind === 'all' || concept.kind === kind) && stands(concept, standing) && holdsWords(concept, words)
}

function stands(concept: Concept, standing: ConceptFilter['standing']): boolean {
  switch (standing) {
    case 'all':
      return true
    case 'forbidden':
      return hasForbidden(concept)
    case 'gaps':
      return houseLanguages.some((language) => nameIn(concept, language) === '')
    default:
      return concept.status === standing
  }
}

export function hasForbidden({ terms }: Concept): boolean {
  return terms.some(({ use }) => use === 'forbidden')
}

/** The languages a concept has terms in, those of the house first. */
export function languagesOf({ terms }: Pick<Concept, 'terms'>): readonly string[] {
  const all = [...new Set(terms.map(({ language }) => language))]
  const place = (language: string) => {
    const at = houseLanguages.indexOf(primaryLanguage(language))
    return at < 0 ? houseLanguages.length : at
  }
  return all.sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
}

const uses = ['preferred', 'allowed', 'forbidden'] as const

/** The terms of one language: the one to write first, what must not stand last. */
export function termsIn({ terms }: Pick<Concept, 'terms'>, language: string): Concept['terms'] {
  return terms
    .filter((term) => term.language === language)
    .toSorted((one, other) => uses.indexOf(one.use) - uses.indexOf(other.use))
}
