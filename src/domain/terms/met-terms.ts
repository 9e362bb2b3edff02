import { forbiddenAnywhere, type MetTerm, metTerms, termFinder } from './recognise.ts'
import type { Termbase } from './termbase.ts'

/** For sentences in `from`: the terms they hold with what is to be written in `to`, and what must not stand anywhere. */
export function termsMet(
  termbase: Pick<Termbase, 'concepts'>,
  from: string,
  to: string,
): (text: string) => readonly MetTerm[] {
  const finder = termFinder({ concepts: termbase.concepts, people: [] }, from)
  const concepts = new Map(termbase.concepts.map((concept) => [concept.id, concept]))
  const anywhere = forbiddenAnywhere(termbase.concepts, to)
  return (text) => [...metTerms(text, finder.find(text), concepts, to), ...anywhere]
}
