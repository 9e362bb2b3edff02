import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryMatch } from '#contract/memory.ts'
import { Keys } from '../Keys.tsx'
import { useKeysOf } from '../keymap/use-keys-of.ts'
import { CodedWords } from './CodedWords.tsx'
import { Differences } from './Differences.tsx'
import styles from './Help.module.css'
import { MatchOrigin } from './MatchOrigin.tsx'

type Props = Readonly<{
  matches: readonly MemoryMatch[]
  sourceLanguage: string
  language: string
  /** The memory is still being read: there may be more. */
  partial: boolean
  onTake: (match: MemoryMatch) => void
}>

/** How like sentences were translated, the most like first: what differs is coloured, what served is one key away. */
export const Matches = memo(function Matches({ matches, sourceLanguage, language, partial, onTake }: Props) {
  const { t } = useTranslation('translation')
  if (matches.length === 0) return partial ? <p className={styles['partial']}>{t('match.partial')}</p> : null
  return (
    <ol className={styles['matches']} aria-label={t('match.label')}>
      {matches.map((match, at) => (
        <li key={match.unit} className={styles['match']}>
          <Score score={match.score} />
          <span className={styles['words']} lang={sourceLanguage}>
            <Differences pieces={match.differences} />
          </span>
          <span className={styles['words']}>
            <button
              type="button"
              className={styles['take']}
              lang={language}
              title={t('match.take')}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(match)}
            >
              <CodedWords text={match.target} />
            </button>
            <MatchOrigin match={match} />
          </span>
          <MatchKeys number={at + 1} />
        </li>
      ))}
    </ol>
  )
})

function Score({ score }: Readonly<{ score: number }>) {
  const { t } = useTranslation('translation')
  const kind = score >= 100 ? 'exact' : score >= 95 ? 'near' : 'fuzzy'
  return (
    <span className={styles['score']} data-kind={kind} title={t(`match.${score > 100 ? 'context' : kind}`)}>
      {t('match.score', { score })}
    </span>
  )
}

function MatchKeys({ number }: Readonly<{ number: number }>) {
  const keys = useKeysOf(`takeMatch${number}`)
  return <span className={styles['keys']}>{keys && <Keys chord={keys} />}</span>
}
