import { useTranslation } from 'react-i18next'
import type { PackageRow, Readiness } from '#contract/packages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportAction } from './ExportAction.tsx'
import { ReadinessMark } from './ReadinessMark.tsx'
import styles from './StoryBoard.module.css'

type Channel = Readonly<{ id: string; name: string; names: Readonly<Record<string, string>> }>
type Props = Readonly<{ article: string; ready: Readiness; channel: Channel | undefined }>

/** One channel for one language: whether the story may leave, what to look at first, the one next action. */
export function ChannelCard({ article, ready, channel }: Props) {
  const { t, i18n } = useTranslation('publishing')
  const format = useFormat()
  const name = channel?.names[i18n.language] ?? channel?.name ?? ready.channel
  const when = ready.approvedAt === null ? '' : format.moment(ready.approvedAt)
  return (
    <section className={styles['card']} aria-label={name}>
      <div className={styles['cardHead']}>
        <h3>{name}</h3>
        <span>{t(`common:tongue.${ready.language}`, ready.language)}</span>
      </div>
      <ReadinessMark state={ready.state} />
      <p className={styles['explain']}>{t(`explain.${ready.state}`, { when })}</p>
      <Issues issues={ready.issues} />
      <ExportAction article={article} ready={ready} channelName={name} />
    </section>
  )
}

type Facts = PackageRow['warnings'][number]['facts']

/** Numbers and moments among the facts, as they are written in the interface's language. */
export function useWrittenFacts(): (facts: Facts) => Record<string, string> {
  const format = useFormat()
  return (facts) =>
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, writeFact(name, value)] as const))

  function writeFact(name: string, value: string | number): string {
    if (typeof value === 'number') return format.number(value)
    const at = name === 'until' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? value : format.moment(at)
  }
}

function Issues({ issues }: Readonly<{ issues: Readiness['issues'] }>) {
  const { t } = useTranslation('publishing')
  const { t: words } = useTranslation('packages')
  const written = useWrittenFacts()
  if (issues.length === 0) return null
  return (
    <details className={styles['issues']} open>
      <summary>{t('issues', { count: issues.length })}</summary>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code}-${issue.block}`}>{words(`issue.${issue.code}`, written(issue.facts))}</li>
        ))}
      </ul>
    </details>
  )
}
