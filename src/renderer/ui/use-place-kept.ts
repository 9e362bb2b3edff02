import { useEffect, useLayoutEffect, useState } from 'react'
import { isDesk, place } from './navigation.ts'
import { usePreferences } from './preferences.ts'

/** Opens where the person was last time and keeps where they go. False until that place is known. */
export function usePlaceKept(): boolean {
  const [{ desk, openArticle, openLanguage }, change, known] = usePreferences()
  const [ready, setReady] = useState(false)
  // Before anything is painted: a frame without a desk would only flash.
  useLayoutEffect(() => {
    if (!known || ready) return
    place.set({ desk: isDesk(desk) ? desk : 'writing', article: openArticle, language: openLanguage })
    setReady(true)
  }, [known, ready, desk, openArticle, openLanguage])
  useEffect(() => {
    if (!ready) return
    return place.subscribe(() => {
      const { desk: now, article, language } = place.get()
      change({ desk: now, openArticle: article, openLanguage: language })
    })
  }, [ready, change])
  return ready
}
