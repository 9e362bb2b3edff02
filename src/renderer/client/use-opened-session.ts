import { useEffect, useRef, useState } from 'react'
import { connection } from './client.ts'
import { openWhenReached } from './open-when-reached.ts'
import { type GuardedSession, guardWindow } from './window-guard.ts'

export type Opened<Session> =
  | Readonly<{ kind: 'opening' }>
  /** `error` as an operation throws it: see `failureOf`. */
  | Readonly<{ kind: 'failed'; error: unknown }>
  | Readonly<{ kind: 'open'; session: Session }>

/**
 * A session for as long as the component shows it; saved and closed when it goes. `name` says which one, null none:
 * another name is another session. One that is asked for while the workspace is away opens when it is back.
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
    const gone = new AbortController()
    const opening = openWhenReached(connection, latest.current, gone.signal)
    const guarded = opening.then(guardWindow)
    opening.then(
      (session) => gone.signal.aborted || setOpened({ kind: 'open', session }),
      (error: unknown) => gone.signal.aborted || setOpened({ kind: 'failed', error }),
    )
    return () => {
      gone.abort()
      guarded.then(
        (release) => release(),
        () => undefined,
      )
    }
  }, [name])
  return opened
}
