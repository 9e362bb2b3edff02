import { PasswordInput, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { pinStrength } from '../pin-strength.ts'

export type NewPin = Readonly<{ pin: string; again: string }>
export const noPin: NewPin = { pin: '', again: '' }

/** A new PIN is ready when both entries agree and it is not one that anyone would try first. */
export function pinIsReady({ pin, again }: NewPin, names: readonly string[] = []): boolean {
  return pin === again && ['fair', 'strong'].includes(pinStrength(pin, names))
}

type Props = Readonly<{
  value: NewPin
  onChange(value: NewPin): void
  /** Whose PIN it is, and of which newsroom: what anyone would try. */
  names?: readonly string[]
  label?: string
  againLabel?: string
}>

/** Two entries of a new PIN, with how strong it is. */
export function PinFields({ value, onChange, names = [], label, againLabel }: Props) {
  const { t } = useTranslation()
  const hint = useId()
  const strength = pinStrength(value.pin, names)
  const isRefused = value.pin !== '' && ['short', 'guessable'].includes(strength)
  const differs = value.again !== '' && value.again !== value.pin
  return (
    <>
      <PasswordInput
        label={label ?? t('pin.pin')}
        value={value.pin}
        onChange={(event) => onChange({ ...value, pin: event.currentTarget.value })}
        autoComplete="new-password"
        aria-describedby={hint}
        required
      />
      <Text id={hint} size="xs" c={isRefused ? 'var(--tt-bad-text)' : 'dimmed'} mt={-6} aria-live="polite">
        {value.pin === '' ? t('pin.rule') : t(`pin.is.${strength}`)}
      </Text>
      <PasswordInput
        label={againLabel ?? t('pin.again')}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
        autoComplete="new-password"
        error={differs ? t('pin.differs') : undefined}
        required
      />
    </>
  )
}
