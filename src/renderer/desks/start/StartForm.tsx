import { Button, Group, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { StartLayout } from './StartLayout.tsx'

type Props = Readonly<{
  title: string
  /** What the button that goes on says. */
  next: string
  /** What is still missing, said until then. */
  missing: string
  act: Readonly<{ error: unknown; isPending: boolean }>
  /** Null until everything is filled in. */
  onSubmit: (() => void) | null
  onBack(): void
  children: ReactNode
}>

/** One thing to fill in before one is inside: its fields, what went wrong or is missing, back and on. */
export function StartForm({ title, next, missing, act, onSubmit, onBack, children }: Props) {
  const { t } = useTranslation('start')
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <StartLayout title={title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {children}
          <ErrorNotice error={act.error} />
          {!onSubmit && (
            <Text id="incomplete" size="sm" c="dimmed" ta="right">
              {missing}
            </Text>
          )}
          <Group justify="space-between">
            <Button variant="subtle" onClick={onBack}>
              {t('common:back')}
            </Button>
            <Button
              type="submit"
              loading={act.isPending}
              disabled={!onSubmit}
              aria-describedby={onSubmit ? undefined : 'incomplete'}
            >
              {next}
            </Button>
          </Group>
        </Stack>
      </form>
    </StartLayout>
  )
}
