import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DocumentSession } from '#renderer/client/document-session.ts'
import { createTrackHand, type TrackHand } from './track-hand.ts'
import { createTrackStore } from './track-store.ts'

const never = () => () => undefined
const nothing = () => null

/** A hand on an open track; a new one when the document was replaced as a whole. Null while there is none. */
export function useTrackHand(session: DocumentSession | null): TrackHand | null {
  const doc = useSyncExternalStore(session?.doc.subscribe ?? never, session?.doc.get ?? nothing)
  const [hand, setHand] = useState<TrackHand | null>(null)
  useEffect(() => {
    if (doc === null) return setHand(null)
    const made = createTrackHand(createTrackStore(doc))
    setHand(made)
    return made.close
  }, [doc])
  return hand
}
