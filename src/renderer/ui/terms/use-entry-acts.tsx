import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TermbaseView } from '#contract/terms.ts'
import { orpc } from '../../client/client.ts'
import { conceptName } from './concept-search.ts'
import { doAct, doneActs, type EntryAct, undoAct } from './entry-acts.ts'
import { UndoNotice } from './UndoNotice.tsx'

/** Long enough to read and to reach for the button. */
const shownFor = 15_000

/** Changes entries of the termbase: what was done is told with a way back. */
export function useEntryActs() {
  const { t } = useTranslation('terms')
  const cache = useQueryClient()
  const show = (view: TermbaseView) => cache.setQueryData(orpc.terms.get.queryKey(), view)
  const undo = useMutation({
    mutationFn: undoAct,
    onSuccess: (view, act) => {
      show(view)
      notifications.show({ message: t('undo.done', { name: nameOf(act) }) })
    },
  })
  const act = useMutation({
    mutationFn: doAct,
    onSuccess: (view, done) => {
      show(view)
      const id = crypto.randomUUID()
      const message = t(`did.${whatWasDone(done)}`, { name: nameOf(done) })
      const takeBack = () => {
        notifications.hide(id)
        undo.mutate(done)
      }
      notifications.show({
        id,
        message: <UndoNotice message={message} onUndo={takeBack} />,
        autoClose: shownFor,
      })
    },
  })
  function undoLast(): void {
    const last = doneActs.get().at(-1)
    if (last) undo.mutate(last)
  }
  return { act, undo, undoLast }
}

function whatWasDone({ change }: EntryAct): 'made' | 'changed' | 'removed' {
  if (change.after === null) return 'removed'
  return change.before === null ? 'made' : 'changed'
}

function nameOf(act: EntryAct): string {
  if (act.kind === 'concept') return conceptName(act.change.after ?? act.change.before ?? { terms: [] })
  return (act.change.after ?? act.change.before)?.name ?? ''
}
