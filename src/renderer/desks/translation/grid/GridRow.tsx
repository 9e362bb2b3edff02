import { IconMessage } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { CodedWords } from '#renderer/ui/memory/CodedWords.tsx'
import { FindingWords } from '../checks/FindingWords.tsx'
import type { NamedFinding } from '../checks/row-checks.ts'
import { MatchBadge } from '../scores/MatchBadge.tsx'
import type { RowScores } from '../scores/row-scores.ts'
import styles from './RowGrid.module.css'
import { RowStateMark } from './RowStateMark.tsx'
import { useRow } from './use-row.ts'

type Props = Readonly<{
  session: TranslationSession
  reference: TranslationSession | null
  id: string
  number: number
  scores: RowScores | null
  /** What checks say of it beside other rows. */
  findings: readonly NamedFinding[] | undefined
  onChoose: (id: string) => void
}>

/** A row at rest: its source, its target, where it stands. */
export const GridRow = memo(function GridRow(props: Props) {
  const { session, reference, id, number, scores, findings, onChoose } = props
  const row = useRow(session, id)
  const { sourceLanguage, language } = session.summary.get()
  if (!row) return null
  return (
    <button type="button" className={styles['cells']} data-state={row.state} onClick={() => onChoose(id)}>
      <span className={styles['number']}>{number}</span>
      <span className={styles['source']} lang={sourceLanguage}>
        <CodedWords text={row.source} />
        {reference && <ReferenceWords session={reference} id={id} />}
      </span>
      <span className={styles['words']} lang={language} data-offered={row.state === 'stale' || undefined}>
        <TargetWords row={row} />
      </span>
      <span className={styles['marks']}>
        {isUnwritten(row) && <MatchBadge scores={scores} row={id} />}
        <RowStateMark state={row.state} />
        {row.comments > 0 && <CommentMark count={row.comments} />}
      </span>
      {findings?.map(({ id: name, finding }) => (
        <span key={name} className={styles['finding']} data-severity={finding.severity}>
          <FindingWords finding={finding} />
        </span>
      ))}
    </button>
  )
})

/** Still to be written: then what the memory has is of use. */
function isUnwritten({ kind, state }: TranslationRow): boolean {
  return kind === 'sentence' && (state === 'empty' || state === 'stale')
}

function TargetWords({ row }: Readonly<{ row: TranslationRow }>) {
  const { t } = useTranslation('translation')
  if (row.state === 'omitted') return <em className={styles['dim']}>{t('omitted')}</em>
  if (row.state === 'variants')
    return <em className={styles['dim']}>{t('variantCount', { count: row.variants.length })}</em>
  return <CodedWords text={row.target} />
}

function CommentMark({ count }: Readonly<{ count: number }>) {
  const { t } = useTranslation('translation')
  return (
    <span className={styles['comment']} title={t('comments.open', { count })}>
      <IconMessage size={14} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="tt-hidden">{t('comments.open', { count })}</span>
    </span>
  )
}

/** The same sentence in another language, to lean on. */
export function ReferenceWords({ session, id }: Readonly<{ session: TranslationSession; id: string }>) {
  const row = useRow(session, id)
  if (!row || row.target.length === 0) return null
  return (
    <span className={styles['reference']} lang={session.summary.get().language}>
      <CodedWords text={row.target} />
    </span>
  )
}
