import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ message: string; onUndo: () => void }>

/** What was done, and the way back. */
export function UndoNotice({ message, onUndo }: Props) {
  const { t } = useTranslation('terms')
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <span>{message}</span>
      <Button size="compact-xs" variant="default" flex="none" onClick={onUndo}>
        {t('undo.do')}
      </Button>
    </Group>
  )
}
