import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CueFinding, measureCue } from '#domain/cues/check-cues.ts'
import type { SourceChange } from '#domain/cues/stale-cues.ts'
import type { SubtitleRules } from '#domain/cues/subtitle-rules.ts'
import { cueWords, type TrackCue } from '#domain/cues/track.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Marked } from '#renderer/ui/article-text/Marked.tsx'
import type { CueRow } from '../cue-rows.ts'
import styles from '../Video.module.css'
import { findingText, shortTime } from './cue-words.ts'

type Props = Readonly<{
  row: CueRow
  number: number
  /** Null for a track that stands by itself. */
  sourceLanguage: string | null
  language: string
  rules: SubtitleRules
  findings: readonly CueFinding[]
  changes: readonly SourceChange[]
  isActive: boolean
  isNow: boolean
  onChoose: (key: string, side: 'source' | 'target') => void
  /** Writes instead of reading, for the line in hand. */
  writing?: ReactNode
  writingSource?: ReactNode
}>

/** One line of the list: times, speed, and what is said in both languages. */
export const CueLine = memo(function CueLine(props: Props) {
  const { row, number, sourceLanguage, language, rules, findings, changes, isActive, isNow, onChoose } = props
  const { t } = useTranslation('video')
  const cue = row.target ?? row.source
  if (!cue) return null
  return (
    <div
      className={styles['line']}
      data-active={isActive || undefined}
      data-now={isNow || undefined}
      data-single={sourceLanguage === null || undefined}
      data-stale={changes.length > 0 || undefined}
    >
      <div className={styles['times']}>
        <span className={styles['place']}>{number}</span>
        <span>{shortTime(cue.start)}</span>
        <span>{shortTime(cue.end)}</span>
        {row.target && <Speed cue={row.target} rules={rules} findings={findings} />}
        {findings.length > 0 && <Mark findings={findings} />}
      </div>
      {sourceLanguage !== null && (
        <Cell
          cue={row.source}
          again={row.again}
          language={sourceLanguage}
          label={t('side.source')}
          onChoose={() => onChoose(row.key, 'source')}
          writing={props.writingSource}
        />
      )}
      <Cell
        cue={row.target}
        again={false}
        language={language}
        label={t('side.target')}
        hint={row.within === null ? undefined : t('within')}
        onChoose={() => onChoose(row.key, 'target')}
        writing={props.writing}
      />
      {changes.length > 0 && <Changes changes={changes} />}
    </div>
  )
})

type CellProps = Readonly<{
  cue: TrackCue | null
  again: boolean
  language: string
  label: string
  hint?: string | undefined
  onChoose: () => void
  writing?: ReactNode
}>

function Cell({ cue, again, language, label, hint, onChoose, writing }: CellProps) {
  const { t } = useTranslation('video')
  if (writing) return <div className={styles['cell']}>{writing}</div>
  return (
    <button
      type="button"
      className={styles['cell']}
      data-again={again || undefined}
      aria-label={cue ? undefined : `${label}: ${hint ?? t('noWords')}`}
      onClick={onChoose}
    >
      {cue?.returned && <em className={styles['returned']}>{t('returned')} </em>}
      <span lang={language}>{cue && <Words runs={cue.runs} />}</span>
      {(!cue || cueWords(cue) === '') && <span className={styles['empty']}>{hint ?? t('noWords')}</span>}
    </button>
  )
}

function Words({ runs }: Pick<TrackCue, 'runs'>) {
  let at = 0
  return runs.map((run) => {
    const key = at
    at += run.text.length
    return <Marked key={key} run={run} />
  })
}

type SpeedProps = Readonly<{ cue: TrackCue; rules: SubtitleRules; findings: readonly CueFinding[] }>

function Speed({ cue, rules, findings }: SpeedProps) {
  const format = useFormat()
  const { perSecond } = measureCue({ start: cue.start, end: cue.end, words: cueWords(cue) }, rules)
  return (
    <span className={styles['speed']} data-over={findings.some(({ kind }) => kind === 'speed') || undefined}>
      {perSecond === null ? '–' : format.number(perSecond)}
    </span>
  )
}

/** That something is wrong with a cue, and in words what. */
function Mark({ findings }: Pick<SpeedProps, 'findings'>) {
  const { t } = useTranslation('video')
  const format = useFormat()
  const words = findings.map((finding) => findingText(finding, t, format)).join('\n')
  const severity = findings.some((finding) => finding.severity === 'error') ? 'error' : 'warning'
  return (
    <span className={styles['mark']} data-severity={severity} title={words}>
      <IconAlertTriangle size={13} aria-hidden />
      <span className="tt-hidden">{words}</span>
    </span>
  )
}

function Changes({ changes }: Readonly<{ changes: readonly SourceChange[] }>) {
  const { t } = useTranslation('video')
  return (
    <ul className={styles['changes']}>
      {changes.map(({ cue, change, before }) => (
        <li key={cue}>{t(`change.${change}`, { before })}</li>
      ))}
    </ul>
  )
}
