import { useTranslation } from 'react-i18next'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import { diffTexts } from '#domain/text-diff.ts'
import { Differences } from '#renderer/ui/memory/Differences.tsx'
import styles from './SourceChange.module.css'

type Props = Readonly<{ from: CodedText; to: CodedText; language: string }>

/** How the source was and how it is now: only what changed stands out. */
export function SourceChange({ from, to, language }: Props) {
  const { t } = useTranslation('translation')
  return (
    <p className={styles['change']} lang={language}>
      <span className="tt-hidden">{t('sourceChange')} </span>
      <Differences pieces={diffTexts(plainText(from), plainText(to))} />
    </p>
  )
}
