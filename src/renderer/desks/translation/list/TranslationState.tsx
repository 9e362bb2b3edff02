import { useTranslation } from 'react-i18next'
import type { TranslationSummary } from '#contract/translations.ts'

/** Where a translation stands in its workflow, and whether its source is approved. */
export function TranslationState({ summary }: Readonly<{ summary: TranslationSummary }>) {
  const { t } = useTranslation('translation')
  return (
    <span>
      {t(`common:state.${summary.state}`)}
      {summary.readiness === 'stale' && <strong> · {t('publishing:state.stale')}</strong>}
      {summary.sourceState !== 'approved' && ` · ${t('sourceNotApproved')}`}
    </span>
  )
}
