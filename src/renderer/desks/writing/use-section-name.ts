import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { sections } from '#domain/article.ts'

const known: ReadonlySet<string> = new Set(sections)

/** Names a section: one of ours in the interface's language, any other as it was typed. */
export function useSectionName(): (section: string) => string {
  const { t } = useTranslation('writing')
  return useCallback((section) => (known.has(section) ? t(`common:section.${section}`) : section), [t])
}
