import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { CodedWords } from '#renderer/ui/memory/CodedWords.tsx'
import styles from './Offers.module.css'
import { SourceChange } from './SourceChange.tsx'

type Props = Readonly<{
  row: TranslationRow
  sourceLanguage: string
  language: string
  onTake: (target: CodedText) => void
}>

/** The source changed: what it said, what it says, and the translations it had. */
export function Offers({ row, sourceLanguage, language, onTake }: Props) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  return (
    <ul className={styles['list']} aria-label={t('stale')}>
      {row.offers.map((offer) => (
        <li key={offer.text} className={styles['offer']}>
          <strong className={styles['warn']}>
            {t('staleFrom', { share: format.number(Math.round(offer.similarity * 100)) })}
          </strong>
          <SourceChange from={offer.source} to={row.source} language={sourceLanguage} />
          <p lang={language} className={styles['words']}>
            <CodedWords text={offer.target} />
          </p>
          <Button size="compact-xs" variant="default" onClick={() => onTake(offer.target)}>
            {t('takeOffer')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
