import { useTranslation } from 'react-i18next'
import type { Verdict } from '#contract/packages.ts'

type Props = Readonly<{ problem: Verdict['problems'][number] }>

/** One thing that verifying found: a file, an article, or a record whose signature does not hold. */
export function CheckProblem({ problem: { code, file, detail } }: Props) {
  const { t, i18n } = useTranslation('settings')
  if (i18n.exists(`settings:check.problem.${code}`)) {
    return <li>{t(`check.problem.${code}`, { file, detail })}</li>
  }
  if (i18n.exists(`review:problem.${code}`)) {
    return <li>{t('check.problem.record', { file, detail: t(`review:problem.${code}`) })}</li>
  }
  return <li>{t('check.problem.other', { code, file, detail })}</li>
}
