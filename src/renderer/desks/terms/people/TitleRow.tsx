import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concept, DatedTitle } from '#domain/terms/termbase.ts'
import { conceptName } from '#renderer/ui/terms/concept-search.ts'
import { DayField } from '../entries/DayField.tsx'
import styles from '../entries/Entries.module.css'

type Props = Readonly<{
  title: DatedTitle
  concepts: readonly Concept[]
  onChange: (title: DatedTitle) => void
  onRemove: () => void
}>

/** What a person is called and when; the term it goes by gives its form in other languages. */
export function TitleRow({ title, concepts, onChange, onRemove }: Props) {
  const { t } = useTranslation('terms')
  const options = useMemo(
    () =>
      concepts
        .filter(({ kind, id }) => kind === 'title' || id === title.concept)
        .map((concept) => ({ value: concept.id, label: conceptName(concept) })),
    [concepts, title.concept],
  )
  return (
    <div className={styles['titleRow']}>
      <TextInput
        size="xs"
        label={t('title.text')}
        placeholder={t('title.textHint')}
        maxLength={500}
        value={title.text}
        onChange={(event) => onChange({ ...title, text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        label={t('title.term')}
        placeholder={t('title.noTerm')}
        searchable
        clearable
        allowDeselect
        data={options}
        value={title.concept || null}
        onChange={(concept) => onChange({ ...title, concept: concept ?? '' })}
      />
      <DayField label={t('title.from')} day={title.from} onChange={(from) => onChange({ ...title, from })} />
      <DayField
        label={t('title.until')}
        day={title.until}
        onChange={(until) => onChange({ ...title, until })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('title.remove', { title: title.text })}
        onClick={onRemove}
      >
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
