import { useEffect, useLayoutEffect, useState } from 'react'
import { clipPlace, isDesk, place } from './navigation.ts'
import { usePreferences } from './preferences.ts'

/** Opens where the person was last time and keeps where they go. False until that place is known. */
export function usePlaceKept(): boolean {
  const [{ desk, openArticle, openLanguage, openClip, openTrack }, change, known] = usePreferences()
  const [ready, setReady] = useState(false)
  // Before anything is painted: a frame without a desk would only flash.
  useLayoutEffect(() => {
    if (!known || ready) return
    place.set({ desk: isDesk(desk) ? desk : 'writing', article: openArticle, language: openLanguage })
    clipPlace.set({ clip: openClip, language: openTrack })
    setReady(true)
  }, [known, ready, desk, openArticle, openLanguage, openClip, openTrack])
  useEffect(() => {
    if (!ready) return
    const stopPlace = place.subscribe(() => {
      const { desk: now, article, language } = place.get()
      change({ desk: now, openArticle: article, openLanguage: language })
    })
    const stopClip = clipPlace.subscribe(() => {
      const { clip, language } = clipPlace.get()
      change({ openClip: clip, openTrack: language })
    })
    return () => {
      stopPlace()
      stopClip()
    }
  }, [ready, change])
  return ready
}
