import { collationKey } from '#domain/folding.ts'
import { type DatedTitle, type Official, primaryLanguage, titlesOn } from '#domain/terms/termbase.ts'
import { isDay } from '#renderer/ui/day-words.ts'
import { holdsWords } from '#renderer/ui/terms/concept-search.ts'

export const personStandings = ['all', 'current', 'unconfirmed', 'noGender'] as const
export type PersonFilter = Readonly<{ words: string; standing: (typeof personStandings)[number] }>
export const noFilter: PersonFilter = { words: '', standing: 'all' }

/** People that pass a filter, by their given name as Vietnamese lists have them. `day` is today (`YYYY-MM-DD`). */
export function personRows(
  people: readonly Official[],
  { words, standing }: PersonFilter,
  day: string,
): readonly Official[] {
  return people
    .filter((person) => stands(person, standing, day) && holdsWords(person, words))
    .map((person) => ({ person, key: nameKey(person.name) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ person }) => person)
}

/** The given name stands last and counts first. */
function nameKey(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words.at(-1) ?? '', ...words.slice(0, -1)].map(collationKey).join('\u0000')
}

function stands(person: Official, standing: PersonFilter['standing'], day: string): boolean {
  switch (standing) {
    case 'all':
      return true
    case 'current':
      return titlesOn(person, day).length > 0
    case 'unconfirmed':
      return !person.names.some(({ language, confirmed }) => primaryLanguage(language) === 'zh' && confirmed)
    case 'noGender':
      return person.gender === ''
  }
}

/** A person's titles, the newest first. */
export function newestFirst(titles: readonly DatedTitle[]): readonly DatedTitle[] {
  return titles.toSorted((one, other) => (one.from < other.from ? 1 : one.from > other.from ? -1 : 0))
}

/** What a form says before it is saved. All but `backwards` and `twice` keep it from being saved. */
export type PersonProblem =
  | Readonly<{ kind: 'nameless' }>
  | Readonly<{ kind: 'badDay'; text: string }>
  | Readonly<{ kind: 'backwards'; text: string }>
  | Readonly<{ kind: 'languageTwice'; language: string }>
  | Readonly<{ kind: 'namesake' }>

export function personProblems(written: Official, others: readonly Official[]): readonly PersonProblem[] {
  const person = cleanPerson(written)
  if (person.name === '') return [{ kind: 'nameless' }]
  const languages = person.names.map(({ language }) => language)
  return [
    ...person.titles.flatMap(({ text, from, until }): readonly PersonProblem[] => {
      if (!isDayOrNone(from) || !isDayOrNone(until)) return [{ kind: 'badDay', text }]
      return from !== '' && until !== '' && until < from ? [{ kind: 'backwards', text }] : []
    }),
    ...languages
      .filter((language, at) => languages.indexOf(language) < at)
      .map((language): PersonProblem => ({ kind: 'languageTwice', language })),
    ...(others.some(({ id, name }) => id !== person.id && collationKey(name) === collationKey(person.name))
      ? [{ kind: 'namesake' } as const]
      : []),
  ]
}

function isDayOrNone(day: string): boolean {
  return day === '' || isDay(day)
}

/** Whether a form may be saved for all that is said of it. */
export function maySave(problems: readonly PersonProblem[]): boolean {
  return problems.every(({ kind }) => kind === 'backwards' || kind === 'namesake')
}

/** As it is saved: spaces at the ends, titles and names without a word left behind. */
export function cleanPerson(person: Official): Official {
  return {
    ...person,
    name: person.name.trim(),
    note: person.note.trim(),
    source: person.source.trim(),
    titles: person.titles
      .map((title) => ({ ...title, text: title.text.trim() }))
      .filter(({ text, concept }) => text !== '' || concept !== ''),
    names: person.names
      .map((name) => ({ ...name, text: name.text.trim() }))
      .filter(({ text }) => text !== ''),
  }
}

export function emptyPerson(freshId: () => string): Official {
  return {
    id: freshId(),
    name: '',
    gender: '',
    titles: [{ id: freshId(), text: '', concept: '', from: '', until: '' }],
    names: ['zh', 'ko', 'en'].map((language) => ({ language, text: '', confirmed: false })),
    note: '',
    source: '',
  }
}
