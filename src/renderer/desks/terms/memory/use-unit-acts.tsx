import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { MemoryUnit } from '#contract/memory.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { UndoNotice } from '#renderer/ui/terms/UndoNotice.tsx'
import type { UnitTexts } from './unit-texts.ts'

const shownFor = 15_000

/** Mends units of the memory and takes them out; each act is a signed statement, and can be taken back by another. */
export function useUnitActs() {
  const { t } = useTranslation('terms')
  const cache = useQueryClient()
  const show = (unit: MemoryUnit) => {
    cache.setQueryData(orpc.memory.get.queryKey({ input: { unit: unit.unit } }), unit)
    void cache.invalidateQueries({ queryKey: orpc.memory.concordance.key() })
  }
  const write = ({ unit }: MemoryUnit, texts: UnitTexts) =>
    client.memory.edit({ id: uuidv7(), unit, texts: [...texts] })
  const undo = useMutation({
    mutationFn: (before: MemoryUnit) => write(before, before.texts),
    onSuccess: (unit) => {
      show(unit)
      notifications.show({ message: t('unit.undone') })
    },
  })
  function tell(before: MemoryUnit, message: string): void {
    const id = crypto.randomUUID()
    const takeBack = () => {
      notifications.hide(id)
      undo.mutate(before)
    }
    notifications.show({
      id,
      message: <UndoNotice message={message} onUndo={takeBack} />,
      autoClose: shownFor,
    })
  }
  const edit = useMutation({
    mutationFn: ({ before, texts }: Readonly<{ before: MemoryUnit; texts: UnitTexts }>) =>
      write(before, texts),
    onSuccess: (unit, { before }) => {
      show(unit)
      tell(before, t('unit.edited'))
    },
  })
  const withdraw = useMutation({
    mutationFn: ({ unit }: MemoryUnit) => client.memory.withdraw({ id: uuidv7(), unit }),
    onSuccess: (unit, before) => {
      show(unit)
      tell(before, t('unit.tookOut'))
    },
  })
  return { edit, withdraw }
}
