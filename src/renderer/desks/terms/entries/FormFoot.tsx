import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '#renderer/ui/Keys.tsx'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import styles from './Entries.module.css'

type Props = Readonly<{
  saving: boolean
  disabled: boolean
  onSave: () => void
  onLeave: () => void
  /** What is doubtful, beside the buttons. */
  children?: ReactNode
}>

/** The end of a form: keep it or give it up. */
export function FormFoot({ saving, disabled, onSave, onLeave, children }: Props) {
  const { t } = useTranslation('terms')
  const keys = useKeysOf('saveEntry')
  return (
    <footer className={styles['foot']}>
      {children}
      <Button variant="default" onClick={onLeave}>
        {t('common:cancel')}
      </Button>
      <Button
        loading={saving}
        disabled={disabled}
        rightSection={keys && <Keys chord={keys} />}
        onClick={onSave}
      >
        {t('common:save')}
      </Button>
    </footer>
  )
}
