import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayFromWords, dayWords } from '#renderer/ui/day-words.ts'

type Props = Readonly<{
  label: string
  /** `YYYY-MM-DD`, '' for none, or what was typed and is no day. */
  day: string
  onChange: (day: string) => void
}>

/** A day, typed as everybody writes it here. What is no day is told, and handed on as it was typed. */
export function DayField({ label, day, onChange }: Props) {
  const { t } = useTranslation('terms')
  const [typed, setTyped] = useState(dayWords(day))
  const [rests, setRests] = useState(true)
  const isBad = typed.trim() !== '' && dayFromWords(typed) === null
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={t('day.hint')}
      maxLength={20}
      error={rests && isBad ? t('day.bad') : null}
      value={typed}
      onFocus={() => setRests(false)}
      onBlur={() => {
        setRests(true)
        setTyped(dayWords(dayFromWords(typed) ?? typed.trim()))
      }}
      onChange={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        onChange(dayFromWords(words) ?? words.trim())
      }}
    />
  )
}
