import { Button, Modal, Textarea } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StampHit } from '#contract/secrets.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { PurgeDialog } from './PurgeDialog.tsx'

type Props = Readonly<{ document: DocumentId; onJump: (block: string) => void }>
type Decision = Readonly<{ kind: 'dismiss' | 'purge'; hit: StampHit }>

/** Blocks in the form of a state-secret stamp (SEC1): a false alarm is corrected, a true one is purged. */
export function StampHits({ document, onJump }: Props) {
  const { t } = useTranslation('writing')
  const [decision, setDecision] = useState<Decision | null>(null)
  const hits = useQuery(orpc.secrets.hits.queryOptions({ input: { document } }))
  return (
    <>
      <ErrorNotice error={hits.error} />
      {hits.data?.map((hit) => (
        <div key={hit.hit} className="wd-stamp" role="alert">
          <p className="wd-stamp-what">
            <IconLock size={16} aria-hidden />
            {t('stamp.found', { stamp: t(`common:stamp.${hit.stamp}`) })}
          </p>
          <q>{hit.excerpt}</q>
          <p>{t('stamp.todo')}</p>
          <div className="wd-stamp-actions">
            <Button size="compact-xs" variant="default" onClick={() => onJump(hit.block)}>
              {t('check.jump')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => setDecision({ kind: 'dismiss', hit })}>
              {t('stamp.notSecret')}
            </Button>
            <Button
              size="compact-xs"
              variant="light"
              color="red"
              onClick={() => setDecision({ kind: 'purge', hit })}
            >
              {t('stamp.purge')}
            </Button>
          </div>
        </div>
      ))}
      {decision?.kind === 'dismiss' && <DismissDialog hit={decision.hit} onClose={() => setDecision(null)} />}
      {decision?.kind === 'purge' && <PurgeDialog hit={decision.hit} onClose={() => setDecision(null)} />}
    </>
  )
}

type DialogProps = Readonly<{ hit: StampHit; onClose: () => void }>

function DismissDialog({ hit, onClose }: DialogProps) {
  const { t } = useTranslation('writing')
  const [reason, setReason] = useState('')
  const dismissal = useMutation({
    mutationFn: () => client.secrets.dismiss({ hit: hit.hit, document: hit.document, reason }),
    onSuccess: onClose,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('stamp.notSecret')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          dismissal.mutate()
        }}
      >
        <q className="wd-stamp-excerpt">{hit.excerpt}</q>
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          label={t('stamp.reason')}
          description={t('stamp.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={dismissal.error} />
        <div className="wd-dialog-foot">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''} loading={dismissal.isPending}>
            {t('stamp.confirmNotSecret')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
