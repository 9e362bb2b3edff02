import { Menu, Modal } from '@mantine/core'
import { IconKey, IconLock, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { useCommands } from '../keymap/commands.ts'
import { ChangePin } from '../people/ChangePin.tsx'
import { Initials } from '../people/Initials.tsx'
import { SignInForm } from '../people/SignInForm.tsx'
import { useLock } from '../people/use-lock.ts'
import { usePerson, useWorkspace } from '../workspace.tsx'
import styles from './TopBar.module.css'

type Dialog = 'none' | 'switch' | 'pin'

/** Who is signed in, and what they can do about that. */
export function PersonMenu() {
  const { t } = useTranslation()
  const person = usePerson()
  const { session } = useWorkspace()
  const [dialog, setDialog] = useState<Dialog>('none')
  const lock = useLock()
  const close = () => setDialog('none')
  useCommands([
    { id: 'lock', title: t('person.lock'), group: 'general', keys: 'Ctrl+Shift+L', run: lock.mutate },
  ])
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={`${styles['chip']} ${styles['person']}`}
            aria-label={t('person.menu', { name: person.name })}
          >
            <Initials name={person.name} />
            <span>{person.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => setDialog('switch')}>
            {t('person.switch')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setDialog('pin')}>
            {t('person.changePin')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLock size={16} />} onClick={() => lock.mutate()}>
            {t('person.lock')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={dialog === 'switch'} onClose={close} title={t('person.switchTitle')}>
        <SignInForm
          profiles={session.profiles}
          chosen={session.profiles.find(({ id, hasKey }) => hasKey && id !== person.id)?.id ?? person.id}
          onSignedIn={close}
        />
      </Modal>
      <Modal opened={dialog === 'pin'} onClose={close} title={t('person.changePinTitle')}>
        <ChangePin onDone={close} />
      </Modal>
      <Modal opened={lock.isError} onClose={lock.reset} title={t('person.notFlushed')}>
        <ErrorNotice error={lock.error} />
      </Modal>
    </>
  )
}
