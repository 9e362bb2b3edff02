import { Suspense, useEffect, useState } from 'react'
import type { ProfileView } from '#contract/session.ts'
import { later } from '../ui/later.ts'
import { leftByChoice } from '../ui/people/use-lock.ts'
import { settingUp } from '../ui/setting-up.ts'
import { useStore } from '../ui/store.ts'
import { PersonProvider, useWorkspace } from '../ui/workspace.tsx'
import { Desks } from './Desks.tsx'
import styles from './Inside.module.css'
import { SignInAgain } from './start/SignInAgain.tsx'

const StartDesk = later(async () => (await import('./start/StartDesk.tsx')).StartDesk)

/** The desks when someone is signed in; the way in until then. */
export function Inside() {
  const { session } = useWorkspace()
  const isSettingUp = useStore(settingUp)
  const person = usePersonHeld(session.current)
  if (!person || !session.newsroom?.confirmed || isSettingUp) {
    return (
      <Suspense>
        <StartDesk />
      </Suspense>
    )
  }
  const mustSignIn = session.current === null
  return (
    <PersonProvider person={session.current ?? person} key={person.id}>
      <div className={styles['inside']} inert={mustSignIn}>
        <Desks />
      </div>
      {mustSignIn && <SignInAgain person={person} />}
    </PersonProvider>
  )
}

/**
 * Who works here. When the workspace process was restarted it knows nobody any more, yet the desks stay: text that is
 * not on disk is in them. Only leaving by choice, after everything was saved, takes them away.
 */
function usePersonHeld(current: ProfileView | null): ProfileView | null {
  const [held, setHeld] = useState(current)
  useEffect(() => {
    if (current || leftByChoice.get()) setHeld(current)
    leftByChoice.set(false)
  }, [current])
  return current ?? (leftByChoice.get() ? null : held)
}
