import type { Concept, Official } from '#domain/terms/termbase.ts'
import { createWatchedValue } from '#renderer/client/stores.ts'

/** An entry that is being written: what the form began with (null for a new one) and what stands in it. */
export type Draft<Entry> = Readonly<{ base: Entry | null; now: Entry }>
export type Drafts<Entry> = ReadonlyMap<string, Draft<Entry>>

/** What is being written outlives a look at another entry or another desk; it ends with the window. */
function createDrafts<Entry extends Readonly<{ id: string }>>() {
  const all = createWatchedValue<Drafts<Entry>>(new Map())
  return {
    all,
    begin(base: Entry | null, now: Entry): void {
      if (!all.get().has(now.id)) all.set(new Map(all.get()).set(now.id, { base, now }))
    },
    write(now: Entry): void {
      const draft = all.get().get(now.id)
      if (draft) all.set(new Map(all.get()).set(now.id, { ...draft, now }))
    },
    end(id: string): void {
      const rest = new Map(all.get())
      if (rest.delete(id)) all.set(rest)
    },
    clear: () => all.set(new Map()),
  }
}
export type DraftStore<Entry extends Readonly<{ id: string }>> = ReturnType<typeof createDrafts<Entry>>

export const conceptDrafts = createDrafts<Concept>()
export const personDrafts = createDrafts<Official>()

/** Where the person was in the lists. */
export const chosenConcept = createWatchedValue<string | null>(null)
export const chosenPerson = createWatchedValue<string | null>(null)

let owner: string | null = null

/** Drafts are of one person: whoever comes next begins with none. */
export function keepDraftsOf(person: string): void {
  if (owner !== null && owner !== person) {
    conceptDrafts.clear()
    personDrafts.clear()
  }
  owner = person
}
