/** Whether a term is the one to write, one that may stand too, or one that must not. */
export const termUses = ['preferred', 'allowed', 'forbidden'] as const
export type TermUse = (typeof termUses)[number]

export const conceptKinds = ['place', 'agency', 'title', 'sovereignty', 'event', 'product', 'other'] as const
export type ConceptKind = (typeof conceptKinds)[number]

export type Term = Readonly<{
  id: string
  /** BCP 47. */
  language: string
  text: string
  use: TermUse
  note: string
}>

/** One thing, with what it is called in each language. */
export type Concept = Readonly<{
  id: string
  kind: ConceptKind
  terms: readonly Term[]
  note: string
  /** Where the names are from: a law, a style guide, who decided. */
  source: string
  /** `proposed` until somebody in charge of names agreed. */
  status: 'proposed' | 'approved'
}>

/** What an official was called, and when: `YYYY-MM-DD`, '' for open. `concept` names the title's concept, or ''. */
export type DatedTitle = Readonly<{ id: string; text: string; concept: string; from: string; until: string }>

/** How a name is written in a language. Chinese characters of a Vietnamese name are right only once confirmed. */
export type PersonName = Readonly<{ language: string; text: string; confirmed: boolean }>

export type Official = Readonly<{
  id: string
  /** In Vietnamese, as the person writes it. */
  name: string
  /** Chairman or Chairwoman, Mr or Ms: '' while nobody said. */
  gender: 'female' | 'male' | ''
  titles: readonly DatedTitle[]
  names: readonly PersonName[]
  note: string
  source: string
}>

export type Termbase = Readonly<{ concepts: readonly Concept[]; people: readonly Official[] }>

/** `en` for `en-GB`: what terms of a language are found by. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}

/** The titles that hold on a day (`YYYY-MM-DD`). */
export function titlesOn({ titles }: Official, day: string): readonly DatedTitle[] {
  return titles.filter(({ from, until }) => (from === '' || from <= day) && (until === '' || day <= until))
}
