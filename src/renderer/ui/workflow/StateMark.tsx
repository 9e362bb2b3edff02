import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconCircleCheck,
  IconHourglass,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WorkflowState } from '#domain/workflow-state.ts'
import styles from './Workflow.module.css'

const icons: Readonly<Record<WorkflowState, TablerIcon>> = {
  draft: IconPencil,
  inReview: IconHourglass,
  returned: IconArrowBackUp,
  approved: IconCircleCheck,
  conflict: IconAlertTriangle,
  withdrawn: IconArchive,
}

/** A state as icon, word and colour: never by colour alone. */
export function StateMark({ state, changed = false }: Readonly<{ state: WorkflowState; changed?: boolean }>) {
  const { t } = useTranslation('workflow')
  const Icon = icons[state]
  return (
    <span className={styles['state']} data-state={state}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>{t(`common:state.${state}`)}</span>
      {changed && <span className={styles['changed']}>{t('state.changedSinceApproval')}</span>}
    </span>
  )
}
