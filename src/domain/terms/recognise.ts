import { foldWithPlaces } from './folded-text.ts'
import { type Concept, primaryLanguage, type Termbase } from './termbase.ts'

/** Where a text has a term, in UTF-16 units of the text. */
export type FoundTerm = Readonly<{
  kind: 'concept' | 'person'
  /** The concept's or the person's id. */
  id: string
  start: number
  end: number
}>

/** Knows all terms of one language at once. */
export type TermFinder = Readonly<{ find(text: string): readonly FoundTerm[] }>

type Node = { next: Map<number, Node>; ends: Pick<FoundTerm, 'kind' | 'id'>[] }

/**
 * A finder for the terms of `language`. Case and the Unicode form do not matter; diacritics do where the term is
 * Vietnamese ("chè" is no "che"). A term is whole words, in English with a plural or possessive behind it; Chinese
 * has no word ends, and Korean hangs particles on its words, so there a term is found inside of others. Of terms
 * that overlap the longest counts; forbidden forms are found as well, and no person's name that nobody confirmed.
 */
export function termFinder({ concepts, people }: Termbase, language: string): TermFinder {
  const primary = primaryLanguage(language)
  const root: Node = { next: new Map(), ends: [] }
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (primaryLanguage(term.language) === primary)
        plant(root, term.text, { kind: 'concept', id: concept.id })
    }
  }
  for (const person of people) {
    const names = primary === 'vi' ? [person.name] : namesIn(person.names, primary)
    for (const name of names) plant(root, name, { kind: 'person', id: person.id })
  }
  return { find: (text) => findAll(root, text, primary) }
}

function namesIn(
  names: readonly Readonly<{ language: string; text: string; confirmed: boolean }>[],
  primary: string,
): readonly string[] {
  return names
    .filter(({ language, confirmed }) => confirmed && primaryLanguage(language) === primary)
    .map(({ text }) => text)
}

function plant(root: Node, text: string, end: Pick<FoundTerm, 'kind' | 'id'>): void {
  const { folded } = foldWithPlaces(text.trim())
  if (folded === '') return
  let node = root
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at)
    const next = node.next.get(unit) ?? { next: new Map(), ends: [] }
    node.next.set(unit, next)
    node = next
  }
  if (!node.ends.some(({ kind, id }) => kind === end.kind && id === end.id)) node.ends.push(end)
}

function findAll(root: Node, text: string, primary: string): readonly FoundTerm[] {
  const { folded, places } = foldWithPlaces(text)
  const found: FoundTerm[] = []
  let at = 0
  while (at < folded.length) {
    const longest = mayBegin(folded, at, primary) ? longestAt(root, folded, at, primary) : undefined
    if (longest === undefined) {
      at += 1
      continue
    }
    const span = { start: places[at] ?? 0, end: places[longest.end] ?? text.length }
    for (const end of longest.ends) {
      if (end.kind === 'concept' || isName(text, span.start)) found.push({ ...end, ...span })
    }
    at = longest.end
  }
  return found
}

/** A person's name begins with a capital, where there are any: `An` is one, `an` is peace. */
function isName(text: string, at: number): boolean {
  return !/^\p{Ll}/u.test(text.slice(at, at + 2))
}

type Longest = Readonly<{ end: number; ends: Node['ends'] }>

function longestAt(root: Node, folded: string, from: number, primary: string): Longest | undefined {
  let node: Node | undefined = root
  let best: Longest | undefined
  for (let at = from; at < folded.length; at += 1) {
    node = node.next.get(folded.charCodeAt(at))
    if (node === undefined) break
    const end = node.ends.length > 0 ? wordEnd(folded, at + 1, primary) : undefined
    if (end !== undefined) best = { end, ends: node.ends }
  }
  return best
}

const wordUnit = /[\p{L}\p{N}]/u
const plural = /^(?:['’]s|es|s)/u

function isWord(folded: string, at: number): boolean {
  return at >= 0 && at < folded.length && wordUnit.test(folded[at] ?? '')
}

function mayBegin(folded: string, at: number, primary: string): boolean {
  return primary === 'zh' || primary === 'ja' || primary === 'ko' || !isWord(folded, at - 1)
}

/** Where a word that was read up to `at` ends, or undefined inside of one. */
function wordEnd(folded: string, at: number, primary: string): number | undefined {
  if (primary === 'zh' || primary === 'ja' || primary === 'ko') return at
  if (!isWord(folded, at) || !isWord(folded, at - 1)) return at
  const ending = primary === 'en' ? plural.exec(folded.slice(at, at + 3))?.[0] : undefined
  return ending !== undefined && !isWord(folded, at + ending.length) ? at : undefined
}

/** A term met in a source, as checks and the desk take it; texts are those of the target language. */
export type MetTerm = Readonly<{
  term: string
  source: Readonly<{ start: number; end: number }> | undefined
  allowed: readonly string[]
  forbidden: readonly string[]
}>

/**
 * What the concepts found in a source ask of the target: any of the allowed forms, none of the forbidden ones. A
 * concept with no form in the target's language asks nothing.
 */
export function metTerms(
  text: string,
  found: readonly FoundTerm[],
  concepts: ReadonlyMap<string, Concept>,
  target: string,
): readonly MetTerm[] {
  return found.flatMap(({ kind, id, start, end }) => {
    const concept = kind === 'concept' ? concepts.get(id) : undefined
    const forms = concept ? formsIn(concept, target) : { allowed: [], forbidden: [] }
    if (forms.allowed.length + forms.forbidden.length === 0) return []
    return [{ term: text.slice(start, end), source: { start, end }, ...forms }]
  })
}

/** The forms of a concept in a language, the preferred first. */
export function formsIn(
  { terms }: Concept,
  language: string,
): Readonly<{ allowed: readonly string[]; forbidden: readonly string[] }> {
  const own = terms.filter((term) => primaryLanguage(term.language) === primaryLanguage(language))
  const of = (use: string) => own.filter((term) => term.use === use).map(({ text }) => text)
  return { allowed: [...of('preferred'), ...of('allowed')], forbidden: of('forbidden') }
}

/**
 * Names of sovereignty that must not stand in a target, whatever its source says: those are told wherever they are
 * met. Other concepts forbid a form only where the source speaks of them (长沙 is a city as well).
 */
export function forbiddenAnywhere(concepts: readonly Concept[], target: string): readonly MetTerm[] {
  return concepts
    .filter(({ kind }) => kind === 'sovereignty')
    .flatMap((concept) => {
      const { allowed, forbidden } = formsIn(concept, target)
      const name = concept.terms.find(({ use }) => use === 'preferred')?.text ?? allowed[0] ?? ''
      return forbidden.length > 0 ? [{ term: name, source: undefined, allowed, forbidden }] : []
    })
}
