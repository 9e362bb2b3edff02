import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryMatch } from '#contract/memory.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Keys } from '#renderer/ui/Keys.tsx'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import { CodedWords } from '../grid/CodedWords.tsx'
import { Differences } from '../grid/Differences.tsx'
import styles from './Help.module.css'

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
            <Origin match={match} />
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

/** Who wrote it, when, and where it stood. */
function Origin({ match: { by, at, origin } }: Readonly<{ match: MemoryMatch }>) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  const learned = origin.kind === 'learned' && origin.document !== ''
  const known = useQuery({
    ...orpc.translations.get.queryOptions({ input: { document: origin.document } }),
    enabled: learned,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const place = learned ? known.data?.sourceTitle : origin.name
  return (
    <span className={styles['origin']}>
      {[by, format.moment(at), place || t(`match.from.${origin.kind}`)].filter(Boolean).join(' · ')}
    </span>
  )
}
