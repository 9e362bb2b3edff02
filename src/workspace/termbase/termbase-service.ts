import * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { readTermbase, shippedUpdate } from '#documents/termbase/termbase.ts'
import { termbaseDocument } from '#domain/document-id.ts'
import { textHash } from '#domain/memory/text-hash.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import {
  type FoundTerm,
  forbiddenAnywhere,
  type MetTerm,
  metTerms,
  type TermFinder,
  termFinder,
} from '#domain/terms/recognise.ts'
import { starterConcepts, starterFile } from '#domain/terms/starter.ts'
import type { Concept, Termbase } from '#domain/terms/termbase.ts'
import starter from '#resources/termbase/starter.json' with { type: 'json' }
import type { Services } from '../services.ts'

/** The newsroom's terms and people, for the capabilities that ask for them. */
export type TermbaseService = Readonly<{
  read(): Termbase
  /** True until somebody changed anything. */
  isShipped(): boolean
  concept(id: string): Concept | undefined
  find(text: string, language: string): readonly FoundTerm[]
  /** What checks of a sentence are to know: the terms met in its source, and the forms forbidden anywhere. */
  termsOf(source: string, from: string, to: string): readonly MetTerm[]
  /** Concepts and people whose entries hold such a text, by their first name. */
  entriesWith(holds: (text: string) => boolean): readonly string[]
  /** Changes the document; it begins with what was shipped. Texts with a stamp are refused (SEC1). */
  change(
    profile: string,
    texts: readonly string[],
    change: (doc: Y.Doc) => void,
  ): Promise<Result<null, Failure>>
  /**
   * Changes the document by what is made on a copy beside it, which may take long and be given up: all of it at the
   * end, or nothing (SAFE3). When others changed the document meanwhile it is made again on what is there then.
   */
  changeAside(
    profile: string,
    make: (copy: Y.Doc) => Promise<Result<null, Failure>>,
  ): Promise<Result<null, Failure>>
}>

type Known = Readonly<{
  termbase: Termbase
  concepts: ReadonlyMap<string, Concept>
  finders: Map<string, TermFinder>
}>

export function createTermbase({
  documents,
  events,
}: Pick<Services, 'documents' | 'events'>): TermbaseService {
  const shipped: Termbase = { concepts: starterConcepts(starterFile.parse(starter)), people: [] }
  let known: Known | undefined
  documents.onChange((document) => {
    if (document !== termbaseDocument) return
    known = undefined
    events.emit({ kind: 'terms' })
  })

  function current(): Known {
    known ??= knownOf(read())
    return known
  }

  function read(): Termbase {
    if (!documents.exists(termbaseDocument)) return shipped
    const found = documents.inspect(termbaseDocument, readTermbase)
    return found.ok ? found.value : shipped
  }

  function finder(language: string): TermFinder {
    const { termbase, finders } = current()
    const made = finders.get(language) ?? termFinder(termbase, language)
    finders.set(language, made)
    return made
  }

  const shippedBytes = () => shippedUpdate(shipped, textHash(JSON.stringify(starter)))

  async function change(
    profile: string,
    texts: readonly string[],
    work: (doc: Y.Doc) => void,
  ): Promise<Result<null, Failure>> {
    const stamp = texts.map((text) => findStamp(text.normalize('NFC'))).find((found) => found !== undefined)
    if (stamp) return fail(failure('secret-stamp', { where: 'termbase', ...stamp }))
    const created = await documents.create(termbaseDocument, 'mul', shippedBytes(), profile)
    if (!created.ok) return created
    const edited = await documents.edit(termbaseDocument, profile, work)
    return edited.ok ? succeed(null) : edited
  }

  function copyOfNow(): Result<Y.Doc, Failure> {
    const copy = new Y.Doc()
    const now = documents.exists(termbaseDocument) ? documents.state(termbaseDocument) : undefined
    if (now?.ok === false) return now
    Y.applyUpdate(copy, now ? now.value.update : shippedBytes())
    return succeed(copy)
  }

  async function changeAside(
    profile: string,
    make: (copy: Y.Doc) => Promise<Result<null, Failure>>,
  ): Promise<Result<null, Failure>> {
    const copy = copyOfNow()
    if (!copy.ok) return copy
    const before = Y.encodeStateVector(copy.value)
    const made = await make(copy.value)
    if (!made.ok) return made
    const update = Y.encodeStateAsUpdate(copy.value, before)
    copy.value.destroy()
    let isOutdated = false
    const changed = await change(profile, [], (doc) => {
      isOutdated = Buffer.compare(Y.encodeStateVector(doc), before) !== 0
      if (!isOutdated) Y.applyUpdate(doc, update)
    })
    return changed.ok && isOutdated ? changeAside(profile, make) : changed
  }

  return {
    read: () => current().termbase,
    isShipped: () => !documents.exists(termbaseDocument),
    concept: (id) => current().concepts.get(id),
    find: (text, language) => finder(language).find(text),
    termsOf(source, from, to) {
      const { termbase, concepts } = current()
      const met = metTerms(source, finder(from).find(source), concepts, to)
      return [...met, ...forbiddenAnywhere(termbase.concepts, to)]
    },
    entriesWith: (holds) => namesWith(current().termbase, holds),
    change,
    changeAside,
  }
}

function namesWith({ concepts, people }: Termbase, holds: (text: string) => boolean): readonly string[] {
  const named = [
    ...concepts.map((concept) => ({
      name: concept.terms[0]?.text ?? concept.id,
      texts: [concept.note, concept.source, ...concept.terms.flatMap(({ text, note }) => [text, note])],
    })),
    ...people.map(({ name, note, source, titles, names }) => ({
      name,
      texts: [name, note, source, ...[...titles, ...names].map(({ text }) => text)],
    })),
  ]
  return named.filter(({ texts }) => texts.some(holds)).map(({ name }) => name)
}

function knownOf(termbase: Termbase): Known {
  return {
    termbase,
    concepts: new Map(termbase.concepts.map((concept) => [concept.id, concept])),
    finders: new Map(),
  }
}
