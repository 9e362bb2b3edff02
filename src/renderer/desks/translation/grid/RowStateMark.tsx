import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconCircleMinus,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RowState } from '#domain/segments/segments.ts'
import styles from './RowGrid.module.css'

const icons = {
  empty: IconCircle,
  draft: IconCircleHalf2,
  confirmed: IconCircleCheckFilled,
  stale: IconAlertTriangle,
  variants: IconArrowsSplit2,
  omitted: IconCircleMinus,
} as const satisfies Readonly<Record<RowState, unknown>>

/** Where a row stands: a sign, and its word for those who point at it or hear it. */
export function RowStateMark({ state }: Readonly<{ state: RowState }>) {
  const { t } = useTranslation('translation')
  const Icon = icons[state]
  return (
    <span className={styles['mark']} data-state={state} title={t(`rowState.${state}`)}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span className="tt-hidden">{t(`rowState.${state}`)}</span>
    </span>
  )
}
