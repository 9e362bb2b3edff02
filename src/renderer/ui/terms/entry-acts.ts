import type { TermbaseView } from '#contract/terms.ts'
import { assertNever } from '#domain/result.ts'
import type { Concept, Official } from '#domain/terms/termbase.ts'
import { client } from '../../client/client.ts'
import { createWatchedValue } from '../../client/stores.ts'
import { rebaseConcept, rebasePerson } from './rebase-entry.ts'

/** One of the two is always there. */
type Change<Entry> = Readonly<{ before: Entry | null; after: Entry | null }>

/** A change of one entry of the termbase: `before` is null when it is made, `after` when it is taken out. */
export type EntryAct =
  | Readonly<{ kind: 'concept'; change: Change<Concept> }>
  | Readonly<{ kind: 'person'; change: Change<Official> }>

/** What was changed in this window, the last one last: each can be taken back. */
export const doneActs = createWatchedValue<readonly EntryAct[]>([])
const mostKept = 50

/** Carries a change out on the termbase as it is by now, and remembers it to be taken back. */
export async function doAct(act: EntryAct): Promise<TermbaseView> {
  const view = await perform(act)
  doneActs.set([...doneActs.get(), act].slice(-mostKept))
  return view
}

/** Takes a change back; what was changed since in other places stays. */
export async function undoAct(act: EntryAct): Promise<TermbaseView> {
  const view = await perform(reversed(act))
  doneActs.set(doneActs.get().filter((done) => done !== act))
  return view
}

function reversed(act: EntryAct): EntryAct {
  switch (act.kind) {
    case 'concept':
      return { kind: act.kind, change: turned(act.change) }
    case 'person':
      return { kind: act.kind, change: turned(act.change) }
    default:
      return assertNever(act)
  }
}

function turned<Entry>({ before, after }: Change<Entry>): Change<Entry> {
  return { before: after, after: before }
}

function perform(act: EntryAct): Promise<TermbaseView> {
  switch (act.kind) {
    case 'concept':
      return performConcept(act.change)
    case 'person':
      return performPerson(act.change)
    default:
      return assertNever(act)
  }
}

async function performConcept({ before, after }: Change<Concept>): Promise<TermbaseView> {
  if (after === null) return remove('concept', before)
  const { concepts } = await client.terms.get()
  const now = concepts.find(({ id }) => id === after.id)
  const concept = rebaseConcept(before, after, now)
  return client.terms.saveConcept({ concept: { ...concept, terms: [...concept.terms] } })
}

async function performPerson({ before, after }: Change<Official>): Promise<TermbaseView> {
  if (after === null) return remove('person', before)
  const { people } = await client.terms.get()
  const now = people.find(({ id }) => id === after.id)
  const person = rebasePerson(before, after, now)
  return client.terms.savePerson({
    person: { ...person, titles: [...person.titles], names: [...person.names] },
  })
}

function remove(kind: EntryAct['kind'], entry: Readonly<{ id: string }> | null): Promise<TermbaseView> {
  return entry === null ? client.terms.get() : client.terms.remove({ kind, id: entry.id })
}
