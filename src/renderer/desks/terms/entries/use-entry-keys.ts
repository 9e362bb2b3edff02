import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { useStore } from '#renderer/ui/store.ts'
import { doneActs } from '#renderer/ui/terms/entry-acts.ts'
import { useEntryActs } from '#renderer/ui/terms/use-entry-acts.tsx'
import type { EntryDesk } from './use-entry-desk.ts'

type Options = Readonly<{ desk: Pick<EntryDesk<unknown>, 'add' | 'search'>; add: string }>

/** The keys of a list of entries: make one, find one, take back what was done last. */
export function useEntryKeys({ desk, add }: Options): void {
  const { t } = useTranslation('terms')
  const { undoLast } = useEntryActs()
  const canUndo = useStore(doneActs).length > 0
  const group = 'terms' as const
  useCommands([
    { id: 'addEntry', title: add, group, keys: 'Alt+N', run: desk.add },
    {
      id: 'findEntry',
      title: t('act.find'),
      group,
      keys: 'Ctrl+F',
      run: () => desk.search.current?.select(),
    },
    ...(canUndo ? [{ id: 'undoEntry', title: t('act.undo'), group, keys: null, run: undoLast }] : []),
  ])
}
