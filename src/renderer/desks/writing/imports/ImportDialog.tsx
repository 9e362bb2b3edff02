import { Button, Loader, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { ImportPreview, ProposedBlock } from '#contract/imports.ts'
import type { BlockKind } from '#domain/blocks.ts'
import { client } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { ImportSide } from './ImportSide.tsx'
import { ProposedBlockRow } from './ProposedBlockRow.tsx'
import { changeBlock, changeKind, keptBlocks, type Proposal, proposalOf, toggleDropped } from './proposal.ts'
import { usePreview } from './use-preview.ts'

type Props = Readonly<{
  file: File
  /** How many files of a drop still wait behind this one. */
  behind: number
  onDone: (article: string) => void
  onSkip: () => void
}>

/** Shows what a file would become before anything is created (SAFE3); every guess can be changed. */
export function ImportDialog({ file, behind, onDone, onSkip }: Props) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const { reading, readAs, discard } = usePreview(file)
  const leave = () => {
    discard()
    onSkip()
  }
  return (
    <Modal
      opened
      onClose={leave}
      size={1120}
      title={t('import.title', { name: file.name })}
      classNames={{ body: 'wd-import', content: 'wd-import-window' }}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {reading.kind === 'refused' && (
        <div className="wd-import-wait">
          {reading.failure ? <FailureNotice failure={reading.failure} /> : <p>{t('error.noAnswer')}</p>}
          <Button variant="default" onClick={leave}>
            {t(behind > 0 ? 'import.next' : 'action.close')}
          </Button>
        </div>
      )}
      {(reading.kind === 'sending' || reading.kind === 'reading') && (
        <div className="wd-import-wait" role="status">
          <Loader size={20} />
          <span>
            {reading.kind === 'sending'
              ? t('import.uploading', { percent: format.percent(reading.fraction) })
              : t('import.reading')}
          </span>
        </div>
      )}
      {reading.kind === 'read' && (
        <PreviewForm
          key={reading.preview.preview}
          preview={reading.preview}
          behind={behind}
          onEncoding={readAs}
          onDone={onDone}
          onSkip={leave}
        />
      )}
    </Modal>
  )
}

type FormProps = Pick<Props, 'behind' | 'onDone' | 'onSkip'> &
  Readonly<{ preview: ImportPreview; onEncoding: (encoding: 'unicode' | 'tcvn3' | 'vni') => void }>

function PreviewForm({ preview, behind, onEncoding, onDone, onSkip }: FormProps) {
  const { t } = useTranslation('writing')
  const [proposal, setProposal] = useState(() => proposalOf(preview))
  const [id] = useState(uuidv7)
  const commit = useMutation({
    mutationFn: () =>
      client.imports.commit({
        id,
        preview: preview.preview,
        language: proposal.language,
        metadata: proposal.metadata,
        blocks: [...keptBlocks(proposal)],
      }),
    onSuccess: (row) => onDone(row.id),
  })
  const kept = keptBlocks(proposal)
  const decide = useRef<HTMLButtonElement>(null)
  useEffect(() => decide.current?.focus(), [])
  return (
    <>
      <div className="wd-import-panes">
        <ProposedBlocks preview={preview} proposal={proposal} onChange={setProposal} />
        <ImportSide preview={preview} proposal={proposal} onChange={setProposal} onEncoding={onEncoding} />
      </div>
      <ErrorNotice error={commit.error} />
      <footer className="wd-import-foot">
        <span className="wd-row-faint">
          {behind > 0 ? t('import.behind', { count: behind }) : t('import.nothingCreated')}
        </span>
        <span className="wd-spring" />
        <Button variant="default" onClick={onSkip}>
          {t(behind > 0 ? 'import.skip' : 'action.cancel')}
        </Button>
        <Button
          ref={decide}
          disabled={kept.length === 0 || preview.encodingQuestion !== null}
          loading={commit.isPending}
          onClick={() => commit.mutate()}
        >
          {t('import.do')}
        </Button>
      </footer>
    </>
  )
}

type BlocksProps = Readonly<{
  preview: ImportPreview
  proposal: Proposal
  onChange: (change: (proposal: Proposal) => Proposal) => void
}>

function ProposedBlocks({ preview, proposal, onChange }: BlocksProps) {
  const { t } = useTranslation('writing')
  const onKind = useCallback(
    (id: string, kind: BlockKind) => onChange((held) => changeKind(held, id, kind)),
    [onChange],
  )
  const onBlock = useCallback(
    (id: string, change: Partial<ProposedBlock>) => onChange((held) => changeBlock(held, id, change)),
    [onChange],
  )
  const onDrop = useCallback((id: string) => onChange((held) => toggleDropped(held, id)), [onChange])
  const urlOf = (name: string | null) =>
    preview.pictures.find((picture) => picture.name === name)?.url ?? null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by key
    <ol className="wd-import-blocks" lang={proposal.language} aria-label={t('import.proposed')} tabIndex={0}>
      {proposal.blocks.map((block) => (
        <ProposedBlockRow
          key={block.id}
          block={block}
          pictureUrl={urlOf(block.picture)}
          dropped={proposal.dropped.has(block.id)}
          onKind={onKind}
          onChange={onBlock}
          onDrop={onDrop}
        />
      ))}
    </ol>
  )
}
