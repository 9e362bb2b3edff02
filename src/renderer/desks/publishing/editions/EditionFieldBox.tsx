import { Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditionFieldView } from '#contract/editions.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './Edition.module.css'
import { FieldCounters } from './FieldCounters.tsx'
import { StaleNote } from './StaleNote.tsx'

type Props = Readonly<{
  field: EditionFieldView
  text: string
  language: string
  locked: boolean
  onType(text: string): void
  onCompose(composing: boolean): void
  onLeave(): void
  onSettle(how: 'take' | 'keep'): void
}>

/** One field as it is filled in where it is posted: its text, its length, what its source says now. */
export function EditionFieldBox({
  field,
  text,
  language,
  locked,
  onType,
  onCompose,
  onLeave,
  onSettle,
}: Props) {
  const { t } = useTranslation('publishing')
  const id = useId()
  const name = t(`field.${field.field}`)
  const isLong = field.field !== 'title' && field.field !== 'author' && field.field !== 'link'
  return (
    <section className={styles['field']} aria-label={name}>
      <div className={styles['fieldHead']}>
        <label htmlFor={id}>{name}</label>
        <FieldCounters counters={field.counters} />
        <CopyButton text={text} label={t('copy.field', { field: name })} />
      </div>
      <Textarea
        id={id}
        autosize
        minRows={isLong ? 4 : 1}
        maxRows={18}
        value={text}
        lang={language}
        readOnly={locked}
        error={
          field.problems.length > 0 && field.problems.map((problem) => t(`problem.${problem}`)).join(' ')
        }
        onChange={(event) => onType(event.currentTarget.value)}
        onCompositionStart={() => onCompose(true)}
        onCompositionEnd={() => onCompose(false)}
        onBlur={onLeave}
      />
      {field.stale && <StaleNote now={text} offered={field.offered} locked={locked} onSettle={onSettle} />}
    </section>
  )
}
