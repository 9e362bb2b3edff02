import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import styles from './StoryBoard.module.css'
import { useWrittenFacts } from './use-written-facts.ts'

/** What to look at before a text leaves; `named` says in which language. */
export function IssueList({ ready, named }: Readonly<{ ready: Readiness; named: boolean }>) {
  const { t } = useTranslation('publishing')
  const { t: words } = useTranslation('packages')
  const written = useWrittenFacts()
  const { issues, language } = ready
  if (issues.length === 0) return null
  // Forty pictures without a credit are one line.
  const alike = Map.groupBy(issues, (issue) => words(`issue.${issue.code}`, written(issue.facts)))
  const count = t('issues', { count: issues.length })
  const tongue = t(`common:tongue.${language}`, language)
  return (
    <details className={styles['issues']} open={!named}>
      <summary>{named ? t('issuesIn', { language: tongue, issues: count }) : count}</summary>
      <ul>
        {[...alike].map(([sentence, { length }]) => (
          <li key={sentence}>
            {length === 1 ? sentence : t('issueTimes', { issue: sentence, count: length })}
          </li>
        ))}
      </ul>
    </details>
  )
}
