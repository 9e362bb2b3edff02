import type { Concept, Official } from '#domain/terms/termbase.ts'

/**
 * What a person changed in a form, put on what the termbase holds by now: what a colleague changed meanwhile in other
 * places stays. `base` is what the form began with, null for a new entry.
 */
export function rebaseConcept(base: Concept | null, edited: Concept, now: Concept | undefined): Concept {
  if (base === null || now === undefined) return edited
  const keyOf = ({ id }: Concept['terms'][number]) => id
  return {
    ...rebaseFields(base, edited, now, ['kind', 'note', 'source', 'status']),
    terms: rebaseList(base.terms, edited.terms, now.terms, keyOf),
  }
}

/** As `rebaseConcept`, for a person of the register. */
export function rebasePerson(base: Official | null, edited: Official, now: Official | undefined): Official {
  if (base === null || now === undefined) return edited
  return {
    ...rebaseFields(base, edited, now, ['name', 'gender', 'note', 'source']),
    titles: rebaseList(base.titles, edited.titles, now.titles, ({ id }) => id),
    names: rebaseList(base.names, edited.names, now.names, ({ language }) => language),
  }
}

function rebaseFields<Entry extends object>(
  base: Entry,
  edited: Entry,
  now: Entry,
  fields: readonly (keyof Entry)[],
): Entry {
  const merged = { ...now }
  for (const field of fields) if (edited[field] !== base[field]) merged[field] = edited[field]
  return merged
}

/** In the form's order; what others added meanwhile comes behind. */
function rebaseList<Part extends object>(
  base: readonly Part[],
  edited: readonly Part[],
  now: readonly Part[],
  keyOf: (part: Part) => string,
): readonly Part[] {
  const [before, present] = [byKey(base, keyOf), byKey(now, keyOf)]
  const kept = edited.flatMap((part) => {
    const key = keyOf(part)
    const old = before.get(key)
    if (old === undefined || !same(old, part)) return [part]
    return present.get(key) ?? []
  })
  const mine = byKey(edited, keyOf)
  const added = now.filter((part) => !mine.has(keyOf(part)) && !before.has(keyOf(part)))
  return [...kept, ...added]
}

function byKey<Part>(parts: readonly Part[], keyOf: (part: Part) => string): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [keyOf(part), part]))
}

function same<Part extends object>(one: Part, other: Part): boolean {
  const keys = Object.keys({ ...one, ...other }) as (keyof Part)[]
  return keys.every((key) => one[key] === other[key])
}
