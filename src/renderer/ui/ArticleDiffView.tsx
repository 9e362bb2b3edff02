import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDiff, DiffBlock } from '#contract/revisions.ts'
import { assetUrl } from '../client/asset-url.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './ArticleDiffView.module.css'
import { Marked } from './article-text/Marked.tsx'
import { foldDiff } from './diff-folds.ts'

type Change = Readonly<{ name: string; from: string; to: string }>

/** A value as a person reads it: pictures are named by a hash, switches by true and false. */
function useValueText(): (name: string, value: string) => string {
  const { t } = useTranslation('editor')
  const format = useFormat()
  return (name, value) => {
    if (value === '') return t('diff.none')
    if (name === 'asset') return t('diff.picture', { hash: value.slice(0, 8) })
    if (name === 'internal') return t(value === 'true' ? 'diff.yes' : 'diff.no')
    if (name === 'deadline' || name === 'embargo') {
      const at = Date.parse(value)
      return Number.isNaN(at) ? value : format.moment(at)
    }
    if (name === 'section') return t(`common:section.${value}`, value)
    if (name === 'genre') return t(`common:genre.${value}`, value)
    return value
  }
}

function AttributeLine({ change }: Readonly<{ change: Change }>) {
  const { t } = useTranslation('editor')
  const valueText = useValueText()
  if (change.name === 'formatting') return <p className={styles['attribute']}>{t('diff.formatting')}</p>
  return (
    <p className={styles['attribute']}>
      {t(`diff.attribute.${change.name}`)}: <del>{valueText(change.name, change.from)}</del> →{' '}
      <ins>{valueText(change.name, change.to)}</ins>
    </p>
  )
}

function Pieces({ block }: Readonly<{ block: DiffBlock }>) {
  return (
    <p className={styles['text']} data-kind={block.kind}>
      {block.pieces.map((piece, at) => {
        const key = `${at}-${piece.change}`
        const text = <Marked run={piece} />
        if (piece.change === 'added') return <ins key={key}>{text}</ins>
        if (piece.change === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}

function BlockLine({ block }: Readonly<{ block: DiffBlock }>) {
  const { t } = useTranslation('editor')
  return (
    <div className={styles['block']} data-change={block.change}>
      <div className={styles['label']}>
        {block.change !== 'same' && (
          <span className={styles['change']}>{t(`diff.change.${block.change}`)}</span>
        )}
        {block.formerKind === null
          ? t(`kind.${block.kind}`)
          : t('diff.kindChange', { from: t(`kind.${block.formerKind}`), to: t(`kind.${block.kind}`) })}
      </div>
      <div>
        {block.asset !== null && (
          <img className={styles['picture']} src={assetUrl(block.asset, 320)} alt="" />
        )}
        <Pieces block={block} />
        {block.attributes.map((change) => (
          <AttributeLine key={change.name} change={change} />
        ))}
      </div>
    </div>
  )
}

type Props = Readonly<{
  diff: ArticleDiff
  /** Language of the article's text (BCP 47). */
  language?: string
}>

/** A readable difference of two texts of an article: what came and went, block by block; the rest folded. */
export function ArticleDiffView({ diff, language }: Props) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const changed = diff.blocks.filter((block) => block.change !== 'same').length
  const nothing = changed === 0 && diff.metadata.length === 0
  return (
    <div className={styles['diff']}>
      <p className={styles['summary']}>
        {nothing
          ? t('diff.nothing')
          : t('diff.summary', {
              count: changed,
              added: format.number(diff.added),
              removed: format.number(diff.removed),
            })}
      </p>
      {diff.metadata.length > 0 && (
        <div className={styles['metadata']}>
          {diff.metadata.map((change) => (
            <AttributeLine key={change.name} change={change} />
          ))}
        </div>
      )}
      <div lang={language}>
        {foldDiff(diff.blocks).flatMap((part) => {
          if (part.kind === 'block')
            return [<BlockLine key={`${part.block.change}-${part.block.block}`} block={part.block} />]
          if (unfolded.has(part.id))
            return part.blocks.map((block) => <BlockLine key={`same-${block.block}`} block={block} />)
          return [
            <button
              key={`fold-${part.id}`}
              type="button"
              className={styles['fold']}
              onClick={() => setUnfolded(new Set([...unfolded, part.id]))}
            >
              {t('diff.unfold', { count: part.blocks.length })}
            </button>,
          ]
        })}
      </div>
    </div>
  )
}
