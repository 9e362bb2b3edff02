import { Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Concept, Official } from '#domain/terms/termbase.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { useEntryActs } from '#renderer/ui/terms/use-entry-acts.tsx'

type Entry = Readonly<{ kind: 'concept'; entry: Concept }> | Readonly<{ kind: 'person'; entry: Official }>

/** What can be done to the entry in hand. It is taken out at once: that can be undone. */
export function CardActs({ act: { kind, entry }, onEdit }: Readonly<{ act: Entry; onEdit: () => void }>) {
  const { t } = useTranslation('terms')
  const { act } = useEntryActs()
  function remove() {
    if (kind === 'concept') act.mutate({ kind, change: { before: entry as Concept, after: null } })
    else act.mutate({ kind, change: { before: entry as Official, after: null } })
  }
  useCommands([
    { id: 'editEntry', title: t('act.edit'), group: 'terms', keys: 'F2', run: onEdit },
    { id: 'removeEntry', title: t('act.remove'), group: 'terms', keys: null, run: remove },
  ])
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
        {t('act.edit')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={act.isPending}
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={remove}
      >
        {t('act.remove')}
      </Button>
      <ErrorNotice error={act.error} />
    </>
  )
}
