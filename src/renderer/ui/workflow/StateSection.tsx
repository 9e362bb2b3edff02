import { Button, Popover, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkflowView } from '#contract/workflow.ts'
import { articleIdOf, type DocumentId } from '#domain/document-id.ts'
import { createActIds } from '#renderer/client/act-ids.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { type Command, useCommands } from '#renderer/ui/keymap/commands.ts'
import { StateMark } from './StateMark.tsx'
import { useReinstate } from './use-reinstate.ts'
import styles from './Workflow.module.css'

type Props = Readonly<{
  document: DocumentId
  locked: boolean
  /** The desk that sends: its command stands with the others of the desk. */
  group: Command['group']
  /** What must be mended here before it can be sent, in words; null when nothing. */
  hindrance?: string | null
}>

/** Where the text stands and the one thing to do next. */
export function StateSection({ document, locked, group, hindrance = null }: Props) {
  const { t } = useTranslation('workflow')
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document } }))
  const view = status.data
  return (
    <section className={styles['section']} aria-label={t('state.label')}>
      {view && (
        <>
          <div className={styles['standing']}>
            <StateMark state={view.state} changed={view.changedSinceApproval} />
          </div>
          <StateWords view={view} />
          {(!locked || view.state === 'withdrawn') && (
            <NextAction view={view} group={group} hindrance={hindrance} />
          )}
        </>
      )}
      <ErrorNotice error={status.error} />
    </section>
  )
}

function StateWords({ view }: Readonly<{ view: WorkflowView }>) {
  const { t } = useTranslation('workflow')
  const format = useFormat()
  const last = view.timeline.at(-1)
  if (view.submission)
    return (
      <p className={styles['words']}>
        {t('state.submittedBy', { name: view.submission.by.name, at: format.moment(view.submission.at) })}
        {view.submission.note !== '' && <q>{view.submission.note}</q>}
      </p>
    )
  if (!last) return null
  return (
    <p className={styles['words']}>
      {t(`state.last.${last.kind}`, {
        name: last.by.name,
        approver: last.paper?.approver,
        at: format.moment(last.at),
      })}
      {last.note !== '' && <q>{last.note}</q>}
      {last.verdict !== 'valid' && <strong>{t(`state.verdict.${last.verdict}`)}</strong>}
    </p>
  )
}

type Sending = Readonly<{ group: Command['group']; hindrance: string | null }>

function NextAction({ view, ...sending }: Sending & Readonly<{ view: WorkflowView }>) {
  const { t } = useTranslation('workflow')
  if (view.submission) return <RecallButton submission={view.submission.record} />
  if (view.state === 'approved' && !view.changedSinceApproval)
    return <p className={styles['words']}>{t('state.approvedHint')}</p>
  if (view.state === 'withdrawn') return <ReinstateButton document={view.document} />
  return <SubmitButton document={view.document} refusal={view.may.submit} {...sending} />
}

type SubmitProps = Sending & Readonly<{ document: string; refusal: string | null }>

function SubmitButton({ document, refusal, group, hindrance }: SubmitProps) {
  const { t } = useTranslation('workflow')
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [acts] = useState(createActIds)
  const submission = useMutation({
    mutationFn: async () => {
      // What is typed must be on disk before it is signed.
      await flushTyped()
      return client.workflow.submit({ id: acts.of(note), document, note })
    },
    onSuccess: () => {
      acts.done(note)
      setNote('')
      setOpen(false)
    },
  })
  useCommands([
    {
      id: 'submit',
      title: t('submit.open'),
      group,
      keys: 'Ctrl+Shift+Enter',
      run: () => setOpen(true),
    },
  ])
  if (hindrance !== null) return <p className={styles['danger']}>{hindrance}</p>
  if (refusal !== null && refusal !== 'nothing-to-submit')
    return <p className={styles['words']}>{t(`refusal.${refusal}`, t('refusal.other'))}</p>
  return (
    <Popover opened={open} onChange={setOpen} width={280} position="bottom" trapFocus returnFocus>
      <Popover.Target>
        <Button fullWidth onClick={() => setOpen(!open)} data-action="submit">
          {t('submit.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submission.mutate()
          }}
        >
          <Textarea
            data-autofocus
            autosize
            minRows={2}
            label={t('submit.note')}
            description={t('submit.whoApproves')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ErrorNotice error={submission.error} />
          <Button type="submit" fullWidth mt="xs" loading={submission.isPending}>
            {t('submit.do')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

function ReinstateButton({ document }: Readonly<{ document: string }>) {
  const { t } = useTranslation('workflow')
  const article = articleIdOf(document)
  const reinstate = useReinstate()
  if (article === undefined) return null
  return (
    <>
      <Button
        fullWidth
        variant="default"
        loading={reinstate.isPending}
        onClick={() => reinstate.mutate([article])}
      >
        {t('state.reinstate')}
      </Button>
      <ErrorNotice error={reinstate.error} />
    </>
  )
}

function RecallButton({ submission }: Readonly<{ submission: string }>) {
  const { t } = useTranslation('workflow')
  const [acts] = useState(createActIds)
  const recall = useMutation({
    mutationFn: () => client.workflow.recall({ id: acts.of(submission), submission }),
  })
  return (
    <>
      <Button fullWidth variant="default" loading={recall.isPending} onClick={() => recall.mutate()}>
        {t('submit.recall')}
      </Button>
      <ErrorNotice error={recall.error} />
    </>
  )
}
