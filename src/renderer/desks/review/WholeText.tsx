import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DiffBlock } from '#contract/revisions.ts'
import type { QueueItem } from '#contract/workflow.ts'
import { assetUrl } from '../../client/asset-url.ts'
import { orpc } from '../../client/client.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import styles from './WholeText.module.css'

/** The submitted text from its title to its last block, as it would be read. */
export function WholeText({ item }: Readonly<{ item: QueueItem }>) {
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document: item.document } }))
  const revision = status.data?.timeline.find(({ record }) => record === item.submission)?.revision
  const { data, error } = useQuery({
    ...orpc.revisions.diff.queryOptions({
      input: { document: item.document, from: 'empty', to: revision ?? 'current' },
    }),
    enabled: typeof revision === 'string',
  })
  return (
    <div className={styles['text']} lang={item.language}>
      <ErrorNotice error={error ?? status.error} />
      {data?.blocks.map((block) => (
        <TextBlock key={block.block} block={block} />
      ))}
    </div>
  )
}

function TextBlock({ block }: Readonly<{ block: DiffBlock }>) {
  const { t } = useTranslation('review')
  const text = block.pieces.map((piece) => piece.text).join('')
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
      return <p className={styles['item']}>{text}</p>
    case 'figure':
      return <Figure block={block} caption={text} />
    case 'divider':
      return <p className={styles['small']}>{t('divider')}</p>
    default:
      return <p>{text}</p>
  }
}

function Figure({ block, caption }: Readonly<{ block: DiffBlock; caption: string }>) {
  const { t } = useTranslation('review')
  const value = (name: string) => block.attributes.find((attribute) => attribute.name === name)?.to ?? ''
  const asset = value('asset')
  return (
    <figure>
      {asset !== '' && <img src={assetUrl(asset, 800)} alt={value('alt')} />}
      <figcaption>{caption}</figcaption>
      <span className={styles['small']}>
        {value('alt') === '' ? t('noAlt') : t('alt', { text: value('alt') })}
        {value('credit') !== '' && ` · ${t('credit', { text: value('credit') })}`}
      </span>
    </figure>
  )
}
