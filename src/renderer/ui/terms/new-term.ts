import { foldWithPlaces } from '#domain/terms/folded-text.ts'
import { type Concept, type ConceptKind, primaryLanguage, type Term } from '#domain/terms/termbase.ts'

/** A term as it is typed in beside a translation: one thing in two languages. */
export type NewTerm = Readonly<{
  from: string
  to: string
  source: string
  target: string
  kind: ConceptKind
  note: string
}>

/** What keeping a new term does to the termbase. */
export type TermPlan = Readonly<{
  /** `completed`: a concept that is there already gets a further term. `known`: it has both already. */
  kind: 'new' | 'completed' | 'known'
  concept: Concept
}>

/**
 * A concept that has the source's term already gets the target's: as the one to write when it has none in that language,
 * else as one that may stand. All else makes a concept of its own, proposed.
 */
export function planTerm(concepts: readonly Concept[], term: NewTerm, freshId: () => string): TermPlan {
  const { from, to } = term
  const [source, target] = [term.source.trim(), term.target.trim()]
  const known = concepts.find((concept) => hasTerm(concept, from, source))
  if (known === undefined) {
    const terms = [
      makeTerm(freshId(), from, source, 'preferred'),
      ...(target === '' ? [] : [makeTerm(freshId(), to, target, 'preferred')]),
    ]
    const { kind, note } = term
    return { kind: 'new', concept: { id: freshId(), kind, note, terms, source: '', status: 'proposed' } }
  }
  if (target === '' || hasTerm(known, to, target)) return { kind: 'known', concept: known }
  const use = known.terms.some((each) => sameLanguage(each.language, to) && each.use === 'preferred')
    ? 'allowed'
    : 'preferred'
  const terms = [...known.terms, makeTerm(freshId(), to, target, use)]
  return { kind: 'completed', concept: { ...known, terms } }
}

/** Whether one of a concept's terms is this one, whatever its case and where its tones stand. */
export function hasTerm({ terms }: Pick<Concept, 'terms'>, language: string, text: string): boolean {
  const wanted = foldTerm(text)
  return terms.some((term) => sameLanguage(term.language, language) && foldTerm(term.text) === wanted)
}

function foldTerm(text: string): string {
  return foldWithPlaces(text.trim()).folded
}

function sameLanguage(one: string, other: string): boolean {
  return primaryLanguage(one) === primaryLanguage(other)
}

function makeTerm(id: string, language: string, text: string, use: Term['use']): Term {
  return { id, language, text, use, note: '' }
}
