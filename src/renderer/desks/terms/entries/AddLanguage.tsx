import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { offeredLanguages } from '#renderer/ui/offered-languages.ts'

type Props = Readonly<{ taken: readonly string[]; onAdd: (language: string) => void }>

/** A further language, by its name or its tag (BCP 47). */
export function AddLanguage({ taken, onAdd }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const [words, setWords] = useState('')
  const offered = offeredLanguages
    .filter((tag) => !taken.includes(tag))
    .map((tag) => ({ tag, name: languageName(tag) }))
  function add(given: string) {
    const tag = offered.find(({ name }) => name === given)?.tag ?? given.trim()
    if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return
    setWords('')
    if (!taken.includes(tag)) onAdd(tag)
  }
  return (
    <Autocomplete
      size="xs"
      w={260}
      aria-label={t('language.add')}
      placeholder={t('language.add')}
      data={offered.map(({ name }) => name)}
      value={words}
      onChange={setWords}
      onOptionSubmit={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        add(words)
      }}
    />
  )
}
