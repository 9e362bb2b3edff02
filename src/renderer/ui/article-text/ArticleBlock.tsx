import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockText } from '#contract/article-text.ts'
import { assetUrl } from '../../client/asset-url.ts'
import { ClipPlayer } from '../clip/ClipPlayer.tsx'
import styles from './ArticleBlock.module.css'
import { Marked } from './Marked.tsx'

type Run = BlockText['runs'][number]

/** One block as a reader would see it: marks, addresses of links, levels of lists. */
export function ArticleBlock({ block }: Readonly<{ block: BlockText }>) {
  const { t } = useTranslation()
  const text = <Runs runs={block.runs} />
  switch (block.kind) {
    case 'title':
      return <h3 className={styles['title']}>{text}</h3>
    case 'lead':
      return <p className={styles['lead']}>{text}</p>
    case 'heading':
      return <h4 className={styles['heading']}>{text}</h4>
    case 'quote':
      return <blockquote>{text}</blockquote>
    case 'bullet':
    case 'number':
      return (
        <p className={styles['item']} data-kind={block.kind} style={{ marginLeft: 22 + block.indent * 24 }}>
          {text}
        </p>
      )
    case 'figure':
    case 'clip':
      return <Figure block={block}>{text}</Figure>
    case 'divider':
      return <p className={styles['small']}>{t('articleText.divider')}</p>
    default:
      return <p>{text}</p>
  }
}

function Runs({ runs }: Readonly<{ runs: readonly Run[] }>) {
  let at = 0
  return runs.map((run) => {
    const key = at
    at += run.text.length
    return <Marked key={key} run={run} />
  })
}

function Figure({ block, children }: Readonly<{ block: BlockText; children: ReactNode }>) {
  const { t } = useTranslation()
  const { asset, alt, credit } = block
  return (
    <figure>
      {asset !== null && block.kind === 'clip' && (
        <ClipPlayer clip={asset} label={alt || t('articleText.clip')} />
      )}
      {asset !== null && block.kind === 'figure' && <img src={assetUrl(asset, 800)} alt={alt} />}
      <figcaption>{children}</figcaption>
      <span className={styles['small']}>
        {alt === '' ? t('articleText.noAlt') : t('articleText.alt', { text: alt })}
        {credit !== '' && ` · ${t('articleText.credit', { text: credit })}`}
      </span>
    </figure>
  )
}
