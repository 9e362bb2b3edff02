import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#contract/packages.ts'
import styles from './StoryBoard.module.css'

/** What verifying said: whole and signed, or which file is not what was approved. */
export function PackageVerdict({ verdict }: Readonly<{ verdict: Verdict }>) {
  const { t } = useTranslation('publishing')
  const { t: words } = useTranslation('packages')
  const Icon = verdict.outcome === 'valid' ? IconShieldCheck : IconShieldX
  return (
    <div className={styles['verdict']} data-outcome={verdict.outcome} role="status">
      <Icon size={18} aria-hidden />
      <div>
        <p>
          {t(`verdict.${verdict.outcome}`, {
            files: t('files', { count: verdict.files }),
            newsroom: verdict.newsroom,
          })}
        </p>
        {verdict.problems.length > 0 && (
          <ul>
            {verdict.problems.map((problem) => (
              <li key={`${problem.code}-${problem.file}-${problem.detail}`}>
                {words(`problem.${problem.code}`, { file: problem.file, detail: problem.detail })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
