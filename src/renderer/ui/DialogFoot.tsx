import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ onCancel(): void; children: ReactNode }>

/** The foot of a dialog that does something: the way out, then the deed. */
export function DialogFoot({ onCancel, children }: Props) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {children}
    </Group>
  )
}
