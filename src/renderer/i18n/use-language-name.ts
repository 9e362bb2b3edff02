import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Names a content language (BCP 47) in the interface's language: "tiếng Việt", "tiếng Anh". */
export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (tag) => {
      try {
        return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(tag) ?? tag
      } catch {
        // Intl refuses what is no well-formed tag; an old document may hold one.
        return tag
      }
    },
    [i18n.language],
  )
}
