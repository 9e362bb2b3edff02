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
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { useStore } from '#renderer/ui/store.ts'
import { useReinstate } from '../list/use-reinstate.ts'
import { StateMark } from '../StateMark.tsx'
import { unreadMoments, unreadNames } from '../unread-moments.ts'

type Props = Readonly<{ document: DocumentId; locked: boolean }>

/** Where the text stands and the one thing to do next. */
export function StateSection({ document, locked }: Props) {
  const { t } = useTranslation('writing')
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document } }))
  const view = status.data
  return (
    <section className="wd-side-section" aria-label={t('state.label')}>
      {view && (
        <>
          <div className="wd-side-state">
            <StateMark state={view.state} changed={view.changedSinceApproval} />
          </div>
          <StateWords view={view} />
          {(!locked || view.state === 'withdrawn') && <NextAction view={view} />}
        </>
      )}
      <ErrorNotice error={status.error} />
    </section>
  )
}

function StateWords({ view }: Readonly<{ view: WorkflowView }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const last = view.timeline.at(-1)
  if (view.submission)
    return (
      <p className="wd-side-words">
        {t('state.submittedBy', { name: view.submission.by.name, at: format.moment(view.submission.at) })}
        {view.submission.note !== '' && <q>{view.submission.note}</q>}
      </p>
    )
  if (!last) return null
  return (
    <p className="wd-side-words">
      {t(`state.last.${last.kind}`, { name: last.by.name, at: format.moment(last.at) })}
      {last.note !== '' && <q>{last.note}</q>}
      {last.verdict !== 'valid' && <strong>{t(`state.verdict.${last.verdict}`)}</strong>}
    </p>
  )
}

function NextAction({ view }: Readonly<{ view: WorkflowView }>) {
  const { t } = useTranslation('writing')
  if (view.submission) return <RecallButton submission={view.submission.record} />
  if (view.state === 'approved' && !view.changedSinceApproval)
    return <p className="wd-side-words">{t('state.approvedHint')}</p>
  if (view.state === 'withdrawn') return <ReinstateButton document={view.document} />
  return <SubmitButton document={view.document as DocumentId} refusal={view.may.submit} />
}

function SubmitButton({ document, refusal }: Readonly<{ document: DocumentId; refusal: string | null }>) {
  const { t } = useTranslation('writing')
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
      group: 'writing',
      keys: 'Ctrl+Shift+Enter',
      run: () => setOpen(true),
    },
  ])
  const unread = unreadNames(useStore(unreadMoments), document)
  if (unread.length > 0) return <p className="wd-side-words wd-row-danger">{t('refusal.moment-unread')}</p>
  if (refusal !== null && refusal !== 'nothing-to-submit')
    return <p className="wd-side-words">{t(`refusal.${refusal}`, t('refusal.other'))}</p>
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
  const { t } = useTranslation('writing')
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
  const { t } = useTranslation('writing')
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
