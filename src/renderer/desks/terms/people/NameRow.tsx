import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PersonName } from '#domain/terms/termbase.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import styles from '../entries/Entries.module.css'

type Props = Readonly<{
  name: PersonName
  onChange: (name: PersonName) => void
  onRemove: () => void
}>

/** How a name is written in a language, and whether the person or the office confirmed it. */
export function NameRow({ name, onChange, onRemove }: Props) {
  const { t } = useTranslation('terms')
  const language = useLanguageName()(name.language)
  return (
    <div className={styles['nameRow']}>
      <span>{language}</span>
      <TextInput
        size="xs"
        lang={name.language}
        aria-label={t('person.nameIn', { language })}
        maxLength={500}
        value={name.text}
        // a name that is written anew was not confirmed
        onChange={(event) => onChange({ ...name, text: event.currentTarget.value, confirmed: false })}
      />
      <Checkbox
        size="xs"
        label={t('person.confirmed')}
        disabled={name.text.trim() === ''}
        checked={name.confirmed}
        onChange={(event) => onChange({ ...name, confirmed: event.currentTarget.checked })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('person.removeName', { language })}
        onClick={onRemove}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
