import { type RefObject, useRef } from 'react'
import type { Concept, Official } from '#domain/terms/termbase.ts'
import type { createWatchedValue } from '#renderer/client/stores.ts'
import { useStore } from '#renderer/ui/store.ts'
import type { Draft, DraftStore } from './drafts.ts'

type Options<Entry extends Concept | Official> = Readonly<{
  entries: readonly Entry[]
  drafts: DraftStore<Entry>
  chosen: ReturnType<typeof createWatchedValue<string | null>>
  makeEmpty: () => Entry
}>

export type EntryDesk<Entry> = Readonly<{
  /** The entry in hand as it is saved; undefined for a new one and when nothing is chosen. */
  entry: Entry | undefined
  /** What is being written of it. */
  draft: Draft<Entry> | undefined
  chosenId: string | null
  isDraft(id: string): boolean
  choose(id: string | null): void
  add(): void
  edit(entry: Entry): void
  /** Gives up what was written. */
  leave(): void
  search: RefObject<HTMLInputElement | null>
  box: RefObject<HTMLDivElement | null>
}>

/** One entry in hand, to be looked at or written. */
export function useEntryDesk<Entry extends Concept | Official>(options: Options<Entry>): EntryDesk<Entry> {
  const { entries, drafts, chosen, makeEmpty } = options
  const chosenId = useStore(chosen)
  const all = useStore(drafts.all)
  const search = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const draft = chosenId === null ? undefined : all.get(chosenId)
  return {
    entry: entries.find(({ id }) => id === chosenId),
    draft,
    chosenId,
    isDraft: (id) => all.has(id),
    choose: chosen.set,
    add() {
      const made = makeEmpty()
      drafts.begin(null, made)
      chosen.set(made.id)
    },
    edit: (entry) => drafts.begin(entry, entry),
    leave() {
      if (draft === undefined) return
      drafts.end(draft.now.id)
      if (draft.base === null) chosen.set(null)
      box.current?.focus()
    },
    search,
    box,
  }
}
