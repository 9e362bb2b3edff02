import { useTranslation } from 'react-i18next'
import { type CueFinding, measureCue } from '#domain/cues/check-cues.ts'
import type { SubtitleRules } from '#domain/cues/subtitle-rules.ts'
import { cueWords, type TrackCue } from '#domain/cues/track.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import styles from '../Video.module.css'
import { findingText } from './cue-words.ts'

type Props = Readonly<{ cue: TrackCue; rules: SubtitleRules; findings: readonly CueFinding[] }>

/** Reading speed, longest line, duration: always there, red only when over; what is wrong explains itself. */
export function CueNumbers({ cue, rules, findings }: Props) {
  const { t } = useTranslation('video')
  const format = useFormat()
  const measure = measureCue({ start: cue.start, end: cue.end, words: cueWords(cue) }, rules)
  const isOver = (...kinds: CueFinding['kind'][]) =>
    findings.some(({ kind }) => kinds.includes(kind)) || undefined
  return (
    <div className={styles['numbers']}>
      <span data-over={isOver('speed')}>
        {t('number.speed', {
          value: measure.perSecond === null ? '–' : format.number(measure.perSecond),
          limit: format.number(rules.charactersPerSecond),
        })}
      </span>
      <span data-over={isOver('lineLength', 'lines')}>
        {t('number.line', {
          value: format.number(measure.longestLine),
          limit: format.number(rules.charactersPerLine),
        })}
      </span>
      <span data-over={isOver('tooShort', 'tooLong', 'noTime')}>
        {t('number.duration', { value: format.number(Math.round(measure.durationMs / 10) / 100) })}
      </span>
      {findings.length > 0 && (
        <ul className={styles['findings']}>
          {findings.map((finding) => (
            <li key={finding.kind} data-severity={finding.severity}>
              {findingText(finding, t, format)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
