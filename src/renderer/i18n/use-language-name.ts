import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const names = new Map<string, Intl.DisplayNames>()

function namesIn(language: string): Intl.DisplayNames {
  const made = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  names.set(language, made)
  return made
}

/** Names a content language (BCP 47) in the interface's language: "tiếng Việt", "tiếng Anh". */
export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (tag) => {
      try {
        return namesIn(i18n.language).of(tag) ?? tag
      } catch {
        // Intl refuses what is no well-formed tag; an old document may hold one.
        return tag
      }
    },
    [i18n.language],
  )
}
