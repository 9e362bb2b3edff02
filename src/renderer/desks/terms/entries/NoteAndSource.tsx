import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Texts = Readonly<{ note: string; source: string }>
type Props = Readonly<{ entry: Texts; sourceHint: string; onChange(changed: Partial<Texts>): void }>

/** What every entry ends with: a note, and where it is from. */
export function NoteAndSource({ entry, sourceHint, onChange }: Props) {
  const { t } = useTranslation('terms')
  return (
    <>
      <Textarea
        label={t('concept.note')}
        autosize
        minRows={2}
        maxLength={4000}
        value={entry.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <TextInput
        label={t('concept.source')}
        description={sourceHint}
        maxLength={2000}
        value={entry.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
    </>
  )
}
