import * as Y from 'yjs'
import {
  type Concept,
  conceptKinds,
  type DatedTitle,
  type Official,
  type PersonName,
  type Term,
  type Termbase,
  termUses,
} from '#domain/terms/termbase.ts'

/**
 * A termbase's document. All is in flat maps of plain values, found by name: two machines may add to the same
 * concept, and neither's term is lost. What is taken out is flagged, never deleted, so that a colleague's later
 * change of it is seen.
 *
 * - `concepts`: `<concept>/<field>` → text, `<concept>/gone` → true
 * - `terms`: `<concept>/<term>` → term
 * - `people`: `<person>/<field>` → text, `<person>/gone` → true
 * - `titles`: `<person>/<title>` → title, `names`: `<person>/<language>` → name
 */
const conceptFields = ['kind', 'note', 'source', 'status'] as const
const personFields = ['name', 'gender', 'note', 'source'] as const

type Plain = Readonly<Record<string, unknown>>
const conceptMap = (doc: Y.Doc) => doc.getMap<string | true>('concepts')
const personMap = (doc: Y.Doc) => doc.getMap<string | true>('people')
const partMap = (doc: Y.Doc, name: 'terms' | 'titles' | 'names') => doc.getMap<Plain>(name)

/** Reads what is there; values of a wrong type, which a broken or newer program may have left, read as unset. */
export function readTermbase(doc: Y.Doc): Termbase {
  const terms = partsOf(partMap(doc, 'terms'))
  const titles = partsOf(partMap(doc, 'titles'))
  const names = partsOf(partMap(doc, 'names'))
  return {
    concepts: ownersOf(conceptMap(doc)).map(([id, fields]) => conceptOf(id, fields, terms.get(id) ?? [])),
    people: ownersOf(personMap(doc)).map(([id, fields]) =>
      personOf(id, fields, titles.get(id) ?? [], names.get(id) ?? []),
    ),
  }
}

type Fields = ReadonlyMap<string, string | true>
type Part = readonly [string, Plain]

/** Owners that are not gone, by id. */
function ownersOf(map: Y.Map<string | true>): readonly (readonly [string, Fields])[] {
  const owners = new Map<string, Map<string, string | true>>()
  for (const [key, value] of map) {
    const [id, field] = split(key)
    const fields = owners.get(id) ?? new Map<string, string | true>()
    owners.set(id, fields.set(field, value))
  }
  return [...owners].filter(([, fields]) => fields.get('gone') !== true).sort(byId)
}

function partsOf(map: Y.Map<Plain>): ReadonlyMap<string, readonly Part[]> {
  const owners = new Map<string, Part[]>()
  for (const [key, value] of map) {
    const [id, part] = split(key)
    if (typeof value !== 'object' || value === null || value['gone'] === true) continue
    owners.set(id, [...(owners.get(id) ?? []), [part, value] as const])
  }
  for (const parts of owners.values()) parts.sort(byId)
  return owners
}

function byId(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0
}

function split(key: string): readonly [string, string] {
  const at = key.lastIndexOf('/')
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function conceptOf(id: string, fields: Fields, terms: readonly Part[]): Concept {
  const kind = conceptKinds.find((each) => each === fields.get('kind')) ?? 'other'
  return {
    id,
    kind,
    terms: terms.map(termOf).filter(({ text, language }) => text !== '' && language !== ''),
    note: textOf(fields.get('note')),
    source: textOf(fields.get('source')),
    status: fields.get('status') === 'approved' ? 'approved' : 'proposed',
  }
}

function termOf([id, value]: Part): Term {
  return {
    id,
    language: textOf(value['language']),
    text: textOf(value['text']),
    use: termUses.find((use) => use === value['use']) ?? 'allowed',
    note: textOf(value['note']),
  }
}

function personOf(id: string, fields: Fields, titles: readonly Part[], names: readonly Part[]): Official {
  const gender = fields.get('gender')
  return {
    id,
    name: textOf(fields.get('name')),
    gender: gender === 'female' || gender === 'male' ? gender : '',
    titles: titles.map(titleOf).filter(({ text, concept }) => text !== '' || concept !== ''),
    names: names.map(nameOf).filter(({ text }) => text !== ''),
    note: textOf(fields.get('note')),
    source: textOf(fields.get('source')),
  }
}

function titleOf([id, value]: Part): DatedTitle {
  const { text, concept, from, until } = value
  return { id, text: textOf(text), concept: textOf(concept), from: textOf(from), until: textOf(until) }
}

function nameOf([language, value]: Part): PersonName {
  return { language, text: textOf(value['text']), confirmed: value['confirmed'] === true }
}

/** Makes a concept read so, touching only what differs: what others change meanwhile stays theirs. */
export function writeConcept(doc: Y.Doc, concept: Concept): void {
  writeConcepts(doc, [concept])
}

/** As `writeConcept`, many at once; each of them once. */
export function writeConcepts(doc: Y.Doc, concepts: readonly Concept[]): void {
  for (const _ of writeConceptsInSteps(doc, concepts, concepts.length));
}

/** As `writeConcepts`, so many a step: whoever runs the steps may rest, or stop, between them. Answers how many are written. */
export function* writeConceptsInSteps(
  doc: Y.Doc,
  concepts: readonly Concept[],
  size: number,
): Generator<number, void> {
  const terms = partMap(doc, 'terms')
  const held = keysByOwner(terms)
  for (let at = 0; at < concepts.length; at += size) {
    const step = concepts.slice(at, at + size)
    doc.transact(() => {
      for (const concept of step) {
        writeFields(conceptMap(doc), concept.id, conceptFields, concept)
        const parts = concept.terms.map(
          ({ id, ...term }): Part => [id, { ...term, text: term.text.normalize('NFC') }],
        )
        writeParts(terms, held, concept.id, parts)
      }
    })
    yield at + step.length
  }
}

export function writePerson(doc: Y.Doc, person: Official): void {
  doc.transact(() => {
    writeFields(personMap(doc), person.id, personFields, person)
    const [titles, names] = [partMap(doc, 'titles'), partMap(doc, 'names')]
    writeParts(
      titles,
      keysByOwner(titles),
      person.id,
      person.titles.map(({ id, ...title }) => [id, title]),
    )
    writeParts(
      names,
      keysByOwner(names),
      person.id,
      person.names.map(({ language, ...name }) => [language, name]),
    )
  })
}

/** Takes a concept or a person out of sight. */
export function removeEntry(doc: Y.Doc, kind: 'concept' | 'person', id: string): void {
  const map = kind === 'concept' ? conceptMap(doc) : personMap(doc)
  map.set(`${id}/gone`, true)
}

function writeFields<Field extends string>(
  map: Y.Map<string | true>,
  id: string,
  fields: readonly Field[],
  values: Readonly<Record<Field, string>>,
): void {
  for (const field of fields) {
    const key = `${id}/${field}`
    const value = values[field].normalize('NFC')
    if ((map.get(key) ?? '') !== value) map.set(key, value)
  }
  if (map.get(`${id}/gone`) === true) map.delete(`${id}/gone`)
  // an owner without any text is there all the same
  if (fields.every((field) => map.get(`${id}/${field}`) === undefined))
    map.set(`${id}/${fields[0] ?? ''}`, '')
}

type KeysByOwner = ReadonlyMap<string, readonly string[]>

function keysByOwner(map: Y.Map<Plain>): KeysByOwner {
  return Map.groupBy(map.keys(), (key) => split(key)[0])
}

function writeParts(map: Y.Map<Plain>, held: KeysByOwner, owner: string, parts: readonly Part[]): void {
  for (const [id, value] of parts) {
    const key = `${owner}/${id}`
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value)
  }
  const kept = new Set(parts.map(([id]) => `${owner}/${id}`))
  for (const key of held.get(owner) ?? []) {
    const value = map.get(key)
    if (value && !kept.has(key) && value['gone'] !== true) map.set(key, { ...value, gone: true })
  }
}

/**
 * A document that holds a shipped termbase, as one Yjs update. The same content gives the same bytes on every
 * machine, so that machines that each load it and meet later hold it once, and what staff changed stays changed.
 */
export function shippedUpdate(termbase: Termbase, version: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = version >>> 0
  doc.transact(() => {
    writeConcepts(doc, termbase.concepts)
    for (const person of termbase.people) writePerson(doc, person)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
