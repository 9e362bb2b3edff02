import { Button, Loader, Modal, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { RevisionRow } from '#contract/revisions.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ArticleDiffView } from '#renderer/ui/ArticleDiffView.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'

type Props = Readonly<{
  version: RevisionRow
  /** The version before it, to see what was done then. */
  earlier: RevisionRow | null
  language: string
  locked: boolean
  onClose: () => void
}>

/** A version beside the text of now, so that a restore shows what it would change before it does (SAFE2). */
export function VersionDialog({ version, earlier, language, locked, onClose }: Props) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const [id] = useState(uuidv7)
  const [side, setSide] = useState<'restore' | 'then'>('restore')
  const input =
    side === 'restore'
      ? { document: version.document, from: 'current' as const, to: version.revision }
      : { document: version.document, from: earlier?.revision ?? ('empty' as const), to: version.revision }
  const diff = useQuery(orpc.revisions.diff.queryOptions({ input, staleTime: 0 }))
  const restore = useMutation({
    mutationFn: async () => {
      await flushTyped()
      return client.revisions.restore({
        id,
        document: version.document,
        revision: version.revision,
      })
    },
    onSuccess: onClose,
  })
  const changes = diff.data
  const same =
    changes !== undefined &&
    changes.metadata.length === 0 &&
    changes.blocks.every((block) => block.change === 'same')
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('version.heading', {
        name: version.name === '' ? t(`version.reason.${version.reason}`) : version.name,
        at: format.moment(version.at),
        by: version.by.name,
      })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <SegmentedControl
        size="xs"
        value={side}
        onChange={(value) => setSide(value === 'then' ? 'then' : 'restore')}
        data={[
          { value: 'restore', label: t('version.againstNow') },
          { value: 'then', label: t('version.whatChangedThen') },
        ]}
      />
      <p className="wd-side-words">{t(side === 'restore' ? 'version.restoreWould' : 'version.then')}</p>
      {diff.isPending && <Loader size={18} aria-label={t('list.loading')} />}
      <ErrorNotice error={diff.error} />
      {changes && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by key
        <section className="wd-version-diff" tabIndex={0} aria-label={t('version.compare')}>
          <ArticleDiffView diff={changes} language={language} />
        </section>
      )}
      <ErrorNotice error={restore.error} />
      <div className="wd-dialog-foot">
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        {side === 'restore' && !locked && (
          <Button disabled={!changes || same} loading={restore.isPending} onClick={() => restore.mutate()}>
            {t('version.restore')}
          </Button>
        )}
      </div>
    </Modal>
  )
}
