import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '#contract/session.ts'
import { client } from '../../client/client.ts'
import { flushTyped } from '../../client/window-guard.ts'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { useWorkspace } from '../workspace.tsx'
import { ProfileList } from './ProfileList.tsx'
import { useWait } from './use-wait.ts'

type Props = Readonly<{
  profiles: readonly ProfileView[]
  chosen: string | null
  onSignedIn?: () => void
}>

/** Chooses a person and asks for the PIN. What is typed is brought to disk before anyone else takes over. */
export function SignInForm({ profiles, chosen, onSignedIn }: Props) {
  const { t } = useTranslation('start')
  const { session, refresh } = useWorkspace()
  const [profile, choose] = useState(chosen ?? profiles.find(({ hasKey }) => hasKey)?.id ?? null)
  const [pin, setPin] = useState('')
  const signIn = useMutation({
    mutationFn: async (chosenProfile: string) => {
      // While nobody is signed in nothing can be saved: signing in is what helps.
      if (session.current !== null) await flushTyped()
      await client.session.signIn({ profile: chosenProfile, pin })
      // News for another person goes; who comes back after a restart keeps theirs.
      if (localStorage.getItem('tramtin-person') !== chosenProfile) notifications.clean()
      localStorage.setItem('tramtin-person', chosenProfile)
      await refresh()
    },
    onSuccess: () => onSignedIn?.(),
    onSettled: () => setPin(''),
  })
  const wait = useWait(signIn.error)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (profile && pin !== '' && wait === 0) signIn.mutate(profile)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProfileList profiles={profiles} chosen={profile} onChoose={choose} />
        {/* For password keepers: whose PIN it is. */}
        <input type="text" hidden readOnly autoComplete="username" value={profile ?? ''} />
        <PasswordInput
          label={t('common:pin.pin')}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          autoComplete="current-password"
          data-autofocus
          autoFocus
          disabled={profile === null}
        />
        <ErrorNotice error={signIn.error} />
        {signIn.isError && session.current !== null && (
          <Text size="sm">{t('signIn.stillOpen', { name: session.current.name })}</Text>
        )}
        <Button
          type="submit"
          loading={signIn.isPending}
          disabled={profile === null || pin === '' || wait > 0}
        >
          {wait > 0 ? t('signIn.wait', { count: wait }) : t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  )
}
