import { Button, Group, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SubmissionReader.module.css'

type Props = Readonly<{ pending: boolean; onSend(note: string): void; onCancel(): void }>

/** The note that goes with a returned text. Enter sends, but never while an input method is composing. */
export function ReturnForm({ pending, onSend, onCancel }: Props) {
  const { t } = useTranslation('review')
  const [note, setNote] = useState('')
  const ready = note.trim() !== '' && !pending
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    if (ready) onSend(note.trim())
  }
  return (
    <div className={styles['returnForm']}>
      <Group align="end" gap="sm" wrap="nowrap">
        <Textarea
          label={t('returnNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={key}
          maxLength={4000}
          autosize
          minRows={1}
          maxRows={5}
          flex={1}
          autoFocus
        />
        <Button onClick={() => onSend(note.trim())} disabled={!ready} loading={pending}>
          {t('send')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
      <p>{t('returnKeys')}</p>
    </div>
  )
}
