import { type Concept, primaryLanguage, type Term } from '#domain/terms/termbase.ts'
import { conceptName } from '#renderer/ui/terms/concept-search.ts'
import { hasTerm } from '#renderer/ui/terms/new-term.ts'
import { houseLanguages } from './concept-rows.ts'

/** What a form says before it is saved. Only `empty` keeps it from being saved. */
export type ConceptProblem =
  | Readonly<{ kind: 'empty' }>
  | Readonly<{ kind: 'twice'; language: string; text: string }>
  | Readonly<{ kind: 'preferredTwice'; language: string }>
  | Readonly<{ kind: 'elsewhere'; text: string; name: string }>

/** A concept with nothing in it but a place for each language of the house. */
export function emptyConcept(freshId: () => string): Concept {
  const terms = houseLanguages.map((language) => emptyTerm(language, 'preferred', freshId))
  return { id: freshId(), kind: 'other', terms, note: '', source: '', status: 'proposed' }
}

export function emptyTerm(language: string, use: Term['use'], freshId: () => string): Term {
  return { id: freshId(), language, text: '', use, note: '' }
}

/** As it is saved: spaces at the ends and terms without a word left behind. */
export function cleanConcept(concept: Concept): Concept {
  const terms = concept.terms
    .map((term) => ({ ...term, text: term.text.trim(), note: term.note.trim() }))
    .filter(({ text }) => text !== '')
  return { ...concept, terms, note: concept.note.trim(), source: concept.source.trim() }
}

/** What is wrong or doubtful about a concept beside the others. */
export function conceptProblems(written: Concept, others: readonly Concept[]): readonly ConceptProblem[] {
  const concept = cleanConcept(written)
  if (concept.terms.length === 0) return [{ kind: 'empty' }]
  return [...twiceIn(concept), ...preferredTwice(concept), ...elsewhere(concept, others)]
}

function twiceIn({ terms }: Concept): readonly ConceptProblem[] {
  return terms
    .filter((term, at) => hasTerm({ terms: terms.slice(0, at) }, term.language, term.text))
    .map(({ language, text }) => ({ kind: 'twice', language, text }))
}

function preferredTwice({ terms }: Concept): readonly ConceptProblem[] {
  const preferred = terms
    .filter(({ use }) => use === 'preferred')
    .map(({ language }) => primaryLanguage(language))
  const twice = preferred.filter((language, at) => preferred.indexOf(language) < at)
  return [...new Set(twice)].map((language) => ({ kind: 'preferredTwice', language }))
}

const mostTold = 3

function elsewhere(concept: Concept, others: readonly Concept[]): readonly ConceptProblem[] {
  const own = concept.terms.filter(({ use }) => use !== 'forbidden')
  return others
    .filter(({ id }) => id !== concept.id)
    .flatMap((other) => {
      const terms = other.terms.filter(({ use }) => use !== 'forbidden')
      const shared = own.find(({ language, text }) => hasTerm({ terms }, language, text))
      return shared ? [{ kind: 'elsewhere', text: shared.text, name: conceptName(other) } as const] : []
    })
    .slice(0, mostTold)
}
