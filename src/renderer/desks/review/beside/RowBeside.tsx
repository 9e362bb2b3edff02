import { useTranslation } from 'react-i18next'
import type { BesideSource } from '#contract/workflow.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { diffTexts } from '#domain/text-diff.ts'
import styles from './Beside.module.css'
import type { Facts } from './beside-facts.ts'
import type { BesideRow, ShownFinding } from './checked-rows.ts'
import { FactsBeside } from './FactsBeside.tsx'
import { FindingLine } from './FindingLine.tsx'
import { isChanged, isOpen } from './row-standing.ts'

type Props = Readonly<{
  number: number
  row: BesideRow
  beside: BesideSource
  compared: boolean
  findings: readonly ShownFinding[]
  facts: Facts | null
}>

/** One sentence and its translation, what changed in it, and what is to be known of it. */
export function RowBeside({ number, row, beside, compared, findings, facts }: Props) {
  const { t } = useTranslation('review')
  const label = row.field === 'text' ? `block.${row.blockKind}` : `field.${row.field}`
  return (
    <li className={styles['row']} data-beside={number}>
      <div className={styles['label']}>
        {number} · {t(`translation:${label}`)}
        {isOpen(row.state) && <strong className={styles['state']}>{t(`beside.state.${row.state}`)}</strong>}
        {row.state === 'omitted' && <span>{t('beside.state.omitted')}</span>}
      </div>
      <p lang={beside.sourceLanguage || undefined}>{plainText(row.source) || t('beside.added')}</p>
      <p lang={beside.language} className={styles['target']}>
        <Target row={row} compared={compared} />
      </p>
      {facts && <FactsBeside facts={facts} />}
      {findings.length > 0 && (
        <ul className={styles['findings']}>
          {findings.map((shown) => (
            <FindingLine key={JSON.stringify(shown.finding)} {...shown} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Target({ row, compared }: Readonly<{ row: BesideRow; compared: boolean }>) {
  const target = plainText(row.target)
  if (!compared || row.former === null || !isChanged(row)) return target === '' ? '—' : target
  return diffTexts(plainText(row.former), target).map((piece, at) => {
    const key = `${at}-${piece.change}`
    if (piece.change === 'added') return <ins key={key}>{piece.text}</ins>
    if (piece.change === 'removed') return <del key={key}>{piece.text}</del>
    return <span key={key}>{piece.text}</span>
  })
}
