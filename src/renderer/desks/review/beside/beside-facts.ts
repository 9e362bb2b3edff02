import type { TermbaseView } from '#contract/terms.ts'
import { findMentions } from '#domain/numbers/find-mentions.ts'
import { numberLanguage } from '#domain/numbers/mention.ts'
import { formsIn, termFinder } from '#domain/terms/recognise.ts'
import { primaryLanguage } from '#domain/terms/termbase.ts'

/** A name or a term of the source and the form of it that stands in the target; null where none does. */
export type NamedFact = Readonly<{
  kind: 'name' | 'term'
  source: string
  target: string | null
  wanted: readonly string[]
}>

/** What can be compared without reading the language. */
export type Facts = Readonly<{
  named: readonly NamedFact[]
  numbers: Readonly<{ source: readonly string[]; target: readonly string[] }>
}>

/** Reads the facts out of a sentence and its translation, by the house's terms and people. */
export function factReader(
  termbase: TermbaseView,
  from: string,
  to: string,
): (source: string, target: string) => Facts {
  const finder = termFinder(termbase, from)
  const concepts = new Map(termbase.concepts.map((concept) => [concept.id, concept]))
  const people = new Map(termbase.people.map((person) => [person.id, person]))
  function wantedFor(kind: 'concept' | 'person', id: string): readonly string[] {
    const concept = kind === 'concept' ? concepts.get(id) : undefined
    if (concept) return formsIn(concept, to).allowed
    const names = people.get(id)?.names ?? []
    return names
      .filter(({ language }) => primaryLanguage(language) === primaryLanguage(to))
      .map(({ text }) => text)
  }
  return (source, target) => ({
    named: uniqueBySource(
      finder.find(source).map(({ kind, id, start, end }): NamedFact => {
        const wanted = wantedFor(kind, id)
        const found = wanted.find((form) => folded(target).includes(folded(form))) ?? null
        return {
          kind: kind === 'person' ? 'name' : 'term',
          source: source.slice(start, end),
          target: found,
          wanted,
        }
      }),
    ),
    numbers: { source: numbersIn(source, from), target: numbersIn(target, to) },
  })
}

function numbersIn(text: string, language: string): readonly string[] {
  return findMentions(text, numberLanguage(language))
    .filter(({ weak }) => !weak)
    .map((mention) => mention.text)
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function uniqueBySource(facts: readonly NamedFact[]): readonly NamedFact[] {
  return [...new Map(facts.map((fact) => [fact.source, fact])).values()]
}
