import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { conceptKinds } from '#domain/terms/termbase.ts'
import { orpc } from '../../client/client.ts'
import { useLanguageName } from '../../i18n/use-language-name.ts'
import { ErrorNotice } from '../failure/ErrorNotice.tsx'
import { conceptName } from './concept-search.ts'
import { type NewTerm, planTerm } from './new-term.ts'
import styles from './Terms.module.css'
import { useEntryActs } from './use-entry-acts.tsx'

type Props = Readonly<{
  from: string
  to: string
  /** What was selected in the sentence and in its translation. */
  source: string
  target: string
  onClose: () => void
}>

/** A term of two languages, kept while translating; what the termbase has of it already is told before. */
export function AddTerm({ from, to, source, target, onClose }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const [term, setTerm] = useState<NewTerm>({ from, to, source, target, kind: 'other', note: '' })
  const known = useQuery(orpc.terms.get.queryOptions())
  const { act } = useEntryActs()
  const filled = term.source.trim() !== ''
  const plan = filled && known.data ? planTerm(known.data.concepts, term, uuidv7) : null
  const before = known.data?.concepts.find(({ id }) => id === plan?.concept.id) ?? null
  const change = (part: Partial<NewTerm>) => setTerm((now) => ({ ...now, ...part }))
  function keep() {
    if (plan === null || plan.kind === 'known') return
    act.mutate({ kind: 'concept', change: { before, after: plan.concept } }, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title={t('add.title')} size="md" returnFocus={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('add.in', { language: languageName(from) })}
            lang={from}
            maxLength={500}
            data-autofocus={source === '' || undefined}
            value={term.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          <TextInput
            label={t('add.in', { language: languageName(to) })}
            lang={to}
            maxLength={500}
            data-autofocus={source !== '' || undefined}
            value={term.target}
            onChange={(event) => change({ target: event.currentTarget.value })}
          />
          {plan?.kind !== 'completed' && (
            <NativeSelect
              label={t('concept.kind')}
              value={term.kind}
              onChange={(event) =>
                change({ kind: conceptKinds.find((kind) => kind === event.currentTarget.value) ?? 'other' })
              }
              data={conceptKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          )}
          {plan?.kind !== 'completed' && (
            <TextInput
              label={t('concept.note')}
              maxLength={2000}
              value={term.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          )}
          {plan && (
            <p className={styles['hint']} role="status">
              {t(`add.plan.${plan.kind}`, { name: conceptName(plan.concept) })}
            </p>
          )}
          <ErrorNotice error={known.error ?? act.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={act.isPending} disabled={plan === null || plan.kind === 'known'}>
              {t('add.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
