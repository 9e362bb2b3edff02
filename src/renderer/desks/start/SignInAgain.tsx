import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '#contract/session.ts'
import { SignInForm } from '../../ui/people/SignInForm.tsx'

/** The workspace forgot who is here (it was restarted): the same person enters the PIN over the open desks. */
export function SignInAgain({ person }: Readonly<{ person: ProfileView }>) {
  const { t } = useTranslation('start')
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('signIn.again')}
    >
      <p>{t('signIn.againHint')}</p>
      <SignInForm profiles={[person]} chosen={person.id} />
    </Modal>
  )
}
