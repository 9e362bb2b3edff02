import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignInForm } from '../../ui/people/SignInForm.tsx'
import { useWorkspace } from '../../ui/workspace.tsx'
import { ContentsChoice } from './ContentsChoice.tsx'
import { CreateNewsroom } from './CreateNewsroom.tsx'
import { JoinNewsroom } from './JoinNewsroom.tsx'
import { RecoverOwner } from './RecoverOwner.tsx'
import { type NewNewsroom, RecoveryStep } from './RecoveryStep.tsx'
import { StartLayout } from './StartLayout.tsx'
import { Welcome } from './Welcome.tsx'

type Way = 'welcome' | 'create' | 'join' | 'recover'

/** The way in: a first start, the rest of one that was broken off, or signing in. */
export function StartDesk() {
  const { t } = useTranslation('start')
  const { session } = useWorkspace()
  const [way, setWay] = useState<Way>('welcome')
  const [made, setMade] = useState<NewNewsroom | null>(null)
  const back = () => setWay('welcome')

  if (session.newsroom?.confirmed && session.current) return <ContentsChoice />
  if (session.newsroom?.confirmed) {
    const last = lastPerson(session.profiles)
    if (way === 'recover') return <RecoverOwner chosen={last} onBack={back} />
    return (
      <StartLayout title={session.newsroom.name}>
        <SignInForm profiles={session.profiles} chosen={last} />
        <Button variant="subtle" size="compact-sm" mt="md" ml={-8} onClick={() => setWay('recover')}>
          {t('recover.open')}
        </Button>
      </StartLayout>
    )
  }
  if (made || (session.newsroom && way === 'welcome')) {
    return <RecoveryStep made={made} onStartOver={() => setWay('create')} />
  }
  if (way === 'create') return <CreateNewsroom onMade={setMade} onBack={back} />
  if (way === 'join') return <JoinNewsroom onBack={back} />
  return (
    <StartLayout title={t('welcome.title')}>
      <Welcome waiting={session.profiles} onCreate={() => setWay('create')} onJoin={() => setWay('join')} />
    </StartLayout>
  )
}

function lastPerson(profiles: readonly Readonly<{ id: string; hasKey: boolean }>[]): string | null {
  const last = localStorage.getItem('tramtin-person')
  return profiles.find(({ id, hasKey }) => hasKey && id === last)?.id ?? null
}
