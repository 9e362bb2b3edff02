import { Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposedBlock } from '#contract/imports.ts'
import type { BlockKind } from '#domain/blocks.ts'
import { mediaUrl } from '#renderer/client/asset-url.ts'
import { ProposedText } from './ProposedText.tsx'
import { kindsFor, openingDateline, proposedText } from './proposal.ts'

type Props = Readonly<{
  block: ProposedBlock
  pictureUrl: string | null
  dropped: boolean
  onKind: (id: string, kind: BlockKind) => void
  onChange: (id: string, change: Partial<ProposedBlock>) => void
  onType: (id: string, text: string) => void
  onMoveDateline: (id: string) => void
  onDrop: (id: string) => void
}>

/** A dateline that opens the text: it may move to the article's own field. */
function DatelineOffer({ block, onMove }: Readonly<{ block: ProposedBlock; onMove: (id: string) => void }>) {
  const { t } = useTranslation('writing')
  const dateline = openingDateline(block)
  if (dateline === '') return null
  return (
    <p className="wd-import-offer">
      <span>{t('import.dateline', { dateline })}</span>
      <Button size="compact-xs" variant="light" onClick={() => onMove(block.id)}>
        {t('import.moveDateline')}
      </Button>
    </p>
  )
}

/** A block as an import proposes it: what it is taken for, why, and how to say otherwise. */
export const ProposedBlockRow = memo(function ProposedBlockRow(props: Props) {
  const { block, pictureUrl, dropped, onKind, onChange, onType, onMoveDateline, onDrop } = props
  const { t } = useTranslation('writing')
  const kinds = kindsFor(block)
  const label = proposedText(block).slice(0, 40)
  return (
    <li className="wd-import-block" data-dropped={dropped || undefined}>
      <div className="wd-import-kind">
        {kinds.length === 1 ? (
          <span className="wd-import-fixed">{t(`editor:kind.${block.kind}`)}</span>
        ) : (
          <select
            className="wd-import-select"
            aria-label={t('import.kindOf', { text: label })}
            value={block.kind}
            disabled={dropped}
            onChange={(event) => {
              const kind = kinds.find((each) => each === event.currentTarget.value)
              if (kind) onKind(block.id, kind)
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`editor:kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
        {block.guess !== '' && !dropped && (
          <span className="wd-import-guess">{t(`import:guess.${block.guess}`)}</span>
        )}
      </div>
      <div className="wd-import-content">
        {pictureUrl !== null && (
          <img className="wd-import-picture" src={mediaUrl(pictureUrl)} alt={block.alt} />
        )}
        <ProposedText block={block} locked={dropped} onType={onType} />
        {!dropped && <DatelineOffer block={block} onMove={onMoveDateline} />}
        {block.kind === 'figure' && !dropped && (
          <div className="wd-import-fields">
            <TextInput
              size="xs"
              label={t('editor:figure.alt')}
              value={block.alt}
              onChange={(event) => onChange(block.id, { alt: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label={t('editor:figure.credit')}
              value={block.credit}
              onChange={(event) => onChange(block.id, { credit: event.currentTarget.value })}
            />
          </div>
        )}
      </div>
      <button
        type="button"
        className="wd-import-act"
        title={t(dropped ? 'import.takeBack' : 'import.leaveOut')}
        aria-label={`${t(dropped ? 'import.takeBack' : 'import.leaveOut')}: ${label}`}
        onClick={() => onDrop(block.id)}
      >
        {dropped ? <IconArrowBackUp size={16} aria-hidden /> : <IconTrash size={16} aria-hidden />}
      </button>
    </li>
  )
})
