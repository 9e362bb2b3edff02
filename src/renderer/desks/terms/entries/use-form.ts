import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concept, Official } from '#domain/terms/termbase.ts'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import type { EntryAct } from '#renderer/ui/terms/entry-acts.ts'
import { useEntryActs } from '#renderer/ui/terms/use-entry-acts.tsx'
import type { Draft, DraftStore } from './drafts.ts'

type Options<Entry extends Concept | Official> = Readonly<{
  draft: Draft<Entry>
  drafts: DraftStore<Entry>
  act: () => EntryAct
  canSave: boolean
  onLeave: () => void
}>

/** Saves what a form holds, by key as well; Escape leaves a form in which nothing was changed. */
export function useForm<Entry extends Concept | Official>(options: Options<Entry>) {
  const { draft, drafts, canSave, onLeave } = options
  const { t } = useTranslation('terms')
  const { act } = useEntryActs()
  function save() {
    if (canSave && !act.isPending) act.mutate(options.act(), { onSuccess: () => drafts.end(draft.now.id) })
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || draft.base !== draft.now) return
    event.preventDefault()
    onLeave()
  }
  useCommands([{ id: 'saveEntry', title: t('act.save'), group: 'terms', keys: 'Ctrl+Enter', run: save }])
  return { save, act, press }
}
