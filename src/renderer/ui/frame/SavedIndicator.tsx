import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconFileOff, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { FailureNotice } from '../failure/FailureNotice.tsx'
import { type SavedState, savedState } from '../saved-state.ts'
import { useStore } from '../store.ts'
import styles from './TopBar.module.css'

const icons = { none: IconFileOff, saved: IconCheck, saving: IconLoader2, notSaved: IconAlertTriangle }
const tones = { none: 'dim', saved: 'good', saving: 'dim', notSaved: 'bad' } as const

/** Says whether what is typed is on disk (SAFE1); a click explains it. */
export function SavedIndicator() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useStore(savedState)
  const time = state.kind === 'saved' ? format.time(state.at) : ''
  const Icon = icons[state.kind]
  if (state.kind === 'none') return null
  return (
    <Popover width={340} position="bottom-end">
      <Popover.Target>
        <button
          type="button"
          className={`${styles['chip']} ${styles[tones[state.kind]]}`}
          data-saved={state.kind}
        >
          <Icon size={16} aria-hidden />
          <span aria-live={state.kind === 'notSaved' ? 'assertive' : 'off'}>
            {t(`saved.${state.kind}`, { time })}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['explain'] ?? ''}>
        <Explanation state={state} time={time} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Explanation({ state, time }: Readonly<{ state: SavedState; time: string }>) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <strong>{t('saved.title')}</strong>
      </p>
      {state.kind !== 'none' && <p>{t(`saved.${state.kind}Explain`, { time })}</p>}
      {state.kind === 'notSaved' && <FailureNotice failure={state.failure} />}
    </>
  )
}
