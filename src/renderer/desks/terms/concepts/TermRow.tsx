import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Term, termUses } from '#domain/terms/termbase.ts'
import styles from '../entries/Entries.module.css'

type Props = Readonly<{
  term: Term
  languageName: string
  onChange: (term: Term) => void
  onRemove: () => void
}>

/** One way to say it in one language: whether it is to be written, the words, what to mind. */
export function TermRow({ term, languageName, onChange, onRemove }: Props) {
  const { t } = useTranslation('terms')
  return (
    <div className={styles['termRow']}>
      <NativeSelect
        size="xs"
        aria-label={t('term.use', { language: languageName })}
        value={term.use}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...term, use: termUses.find((use) => use === value) ?? 'allowed' })
        }
        data={termUses.map((use) => ({ value: use, label: t(`use.${use}`) }))}
      />
      <TextInput
        size="xs"
        lang={term.language}
        aria-label={t('term.text', { language: languageName })}
        placeholder={t('term.textHint')}
        maxLength={500}
        value={term.text}
        onChange={(event) => onChange({ ...term, text: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        aria-label={t('term.note', { language: languageName })}
        placeholder={t('term.noteHint')}
        maxLength={2000}
        value={term.note}
        onChange={(event) => onChange({ ...term, note: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('term.remove', { term: term.text || languageName })}
        onClick={onRemove}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
