import { useTranslation } from 'react-i18next'
import type { ArticleText } from '#contract/article-text.ts'
import { metadataNames } from '#domain/article.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './ArticleFacts.module.css'

type Metadata = ArticleText['metadata']
type Name = (typeof metadataNames)[number]

/** What is said about a text beside itself; only what was filled in. */
export function ArticleFacts({ metadata }: Readonly<{ metadata: Metadata }>) {
  const { t } = useTranslation('common')
  const written = useWrittenValue()
  const filled = metadataNames.filter((name) => name !== 'language' && metadata[name])
  if (filled.length === 0) return null
  return (
    <dl className={styles['facts']}>
      {filled.map((name) => (
        <div key={name}>
          <dt>{t(`editor:diff.attribute.${name}`)}</dt>
          <dd>{written(name, metadata[name] ?? '')}</dd>
        </div>
      ))}
    </dl>
  )
}

function useWrittenValue(): (name: Name, value: string | boolean) => string {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (name, value) => {
    if (typeof value === 'boolean') return t('editor:diff.yes')
    if (name === 'section' || name === 'genre') return t(`${name}.${value}`, value)
    const at = name === 'deadline' || name === 'embargo' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? value : format.moment(at)
  }
}
