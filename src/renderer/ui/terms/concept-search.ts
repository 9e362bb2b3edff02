import { foldText } from '#domain/folding.ts'
import { type Concept, type Official, primaryLanguage } from '#domain/terms/termbase.ts'

type Entry = Concept | Official

const folded = new WeakMap<Entry, string>()

/** Whether an entry holds every word of a query, in any of its languages; case and marks do not matter (LANG1). */
export function holdsWords(entry: Entry, query: string): boolean {
  const words = query.trim().split(/\s+/).map(foldSpaced).filter(Boolean)
  if (words.length === 0) return true
  const text = folded.get(entry) ?? foldSpaced(textsOf(entry).join('\n'))
  folded.set(entry, text)
  return words.every((word) => text.includes(word))
}

/** Letters of Chinese and Korean are set apart by one space, also where some stood between them. */
function foldSpaced(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

function textsOf(entry: Entry): readonly string[] {
  if ('terms' in entry) return [...entry.terms.flatMap(({ text, note }) => [text, note]), entry.note]
  return [
    entry.name,
    ...entry.names.map(({ text }) => text),
    ...entry.titles.map(({ text }) => text),
    entry.note,
  ]
}

/** What a concept is called in a language: the form to write, else one that may stand; '' when it has none. */
export function nameIn({ terms }: Pick<Concept, 'terms'>, language: string): string {
  const own = terms.filter((term) => primaryLanguage(term.language) === primaryLanguage(language))
  return (own.find(({ use }) => use === 'preferred') ?? own.find(({ use }) => use === 'allowed'))?.text ?? ''
}

/** What stands for a concept in lists: its Vietnamese name, else the first it has. */
export function conceptName(concept: Pick<Concept, 'terms'>): string {
  return (
    nameIn(concept, 'vi') ||
    (concept.terms.find(({ use }) => use !== 'forbidden') ?? concept.terms[0])?.text ||
    ''
  )
}
