import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconEyeOff,
  IconHourglass,
  IconShieldLock,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '#contract/packages.ts'
import styles from './StoryBoard.module.css'

const marks = {
  ready: { icon: IconCircleCheck, tone: 'good' },
  notApproved: { icon: IconHourglass, tone: 'plain' },
  newerUnapproved: { icon: IconAlertTriangle, tone: 'warn' },
  stale: { icon: IconAlertTriangle, tone: 'warn' },
  sourceNotApproved: { icon: IconHourglass, tone: 'plain' },
  embargoed: { icon: IconClock, tone: 'warn' },
  internal: { icon: IconEyeOff, tone: 'plain' },
  held: { icon: IconShieldLock, tone: 'bad' },
} as const

/** A readiness as icon, word and colour: never by colour alone. */
export function ReadinessMark({ state }: Readonly<{ state: Readiness['state'] }>) {
  const { t } = useTranslation('publishing')
  const { icon: Icon, tone } = marks[state]
  return (
    <div>
      <span className={styles['state']} data-tone={tone}>
        <Icon size={14} aria-hidden />
        {t(`state.${state}`)}
      </span>
    </div>
  )
}
