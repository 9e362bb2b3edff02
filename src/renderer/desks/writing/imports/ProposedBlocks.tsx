import { useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, ProposedBlock } from '#contract/imports.ts'
import type { BlockKind } from '#domain/blocks.ts'
import { ProposedBlockRow } from './ProposedBlockRow.tsx'
import {
  changeBlock,
  changeKind,
  moveDateline,
  type Proposal,
  retypeBlock,
  toggleDropped,
} from './proposal.ts'

type Props = Readonly<{
  preview: ImportPreview
  proposal: Proposal
  onChange: (change: (proposal: Proposal) => Proposal) => void
}>

/** Rows drawn at once; the rest of a long manuscript follows when there is time. */
const rowsFirst = 24

/** The article a file would become, block by block. */
export function ProposedBlocks({ preview, proposal, onChange }: Props) {
  const { t } = useTranslation('writing')
  const onKind = useCallback(
    (id: string, kind: BlockKind) => onChange((held) => changeKind(held, id, kind)),
    [onChange],
  )
  const onBlock = useCallback(
    (id: string, change: Partial<ProposedBlock>) => onChange((held) => changeBlock(held, id, change)),
    [onChange],
  )
  const onType = useCallback(
    (id: string, text: string) => onChange((held) => retypeBlock(held, id, text)),
    [onChange],
  )
  const onMoveDateline = useCallback((id: string) => onChange((held) => moveDateline(held, id)), [onChange])
  const onDrop = useCallback((id: string) => onChange((held) => toggleDropped(held, id)), [onChange])
  const drawn = useDeferredValue(proposal.blocks.length, rowsFirst)
  const urlOf = (name: string | null) =>
    preview.pictures.find((picture) => picture.name === name)?.url ?? null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by key
    <ol className="wd-import-blocks" lang={proposal.language} aria-label={t('import.proposed')} tabIndex={0}>
      {proposal.blocks.slice(0, drawn).map((block) => (
        <ProposedBlockRow
          key={block.id}
          block={block}
          pictureUrl={urlOf(block.picture)}
          dropped={proposal.dropped.has(block.id)}
          onKind={onKind}
          onChange={onBlock}
          onType={onType}
          onMoveDateline={onMoveDateline}
          onDrop={onDrop}
        />
      ))}
    </ol>
  )
}
