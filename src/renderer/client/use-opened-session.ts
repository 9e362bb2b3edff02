import { useEffect, useRef, useState } from 'react'
import { type GuardedSession, guardWindow } from './window-guard.ts'

export type Opened<Session> =
  | Readonly<{ kind: 'opening' }>
  /** `error` as an operation throws it: see `failureOf`. */
  | Readonly<{ kind: 'failed'; error: unknown }>
  | Readonly<{ kind: 'open'; session: Session }>

/**
 * A session for as long as the component shows it; saved and closed when it goes. `name` says which one, null none:
 * another name is another session.
 */
export function useOpenedSession<Session extends GuardedSession>(
  name: string | null,
  open: () => Promise<Session>,
): Opened<Session> {
  const [opened, setOpened] = useState<Opened<Session>>({ kind: 'opening' })
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    setOpened({ kind: 'opening' })
    if (name === null) return
    let gone = false
    const opening = latest.current()
    const guarded = opening.then(guardWindow)
    opening.then(
      (session) => gone || setOpened({ kind: 'open', session }),
      (error: unknown) => gone || setOpened({ kind: 'failed', error }),
    )
    return () => {
      gone = true
      guarded.then(
        (release) => release(),
        () => undefined,
      )
    }
  }, [name])
  return opened
}
