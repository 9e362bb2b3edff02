import { useTranslation } from 'react-i18next'
import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import { diffTexts } from '#domain/text-diff.ts'
import styles from './SourceChange.module.css'

type Props = Readonly<{ from: CodedText; to: CodedText; language: string }>

/** How the source was and how it is now: only what changed stands out. */
export function SourceChange({ from, to, language }: Props) {
  const { t } = useTranslation('translation')
  let at = 0
  return (
    <p className={styles['change']} lang={language}>
      <span className="tt-hidden">{t('sourceChange')} </span>
      {diffTexts(plainText(from), plainText(to)).map(({ change, text }) => {
        const key = `${at}${change}`
        at += text.length
        if (change === 'removed') return <del key={key}>{text}</del>
        if (change === 'added') return <ins key={key}>{text}</ins>
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
