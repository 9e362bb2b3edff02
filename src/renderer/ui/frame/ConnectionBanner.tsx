import { useTranslation } from 'react-i18next'
import { connection } from '../../client/client.ts'
import { FailureNotice } from '../failure/FailureNotice.tsx'
import { useStore } from '../store.ts'
import { storeTrouble } from '../store-trouble.ts'
import styles from './ConnectionBanner.module.css'

/** About twenty seconds of trying: a restart is done by then. */
const longAttempt = 8

/** Says when the workspace cannot be reached or cannot write, for as long as that is so. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const state = useStore(connection.state)
  const trouble = useStore(storeTrouble)
  return (
    <div aria-live="assertive">
      {state.kind === 'lost' && (
        <div className={styles['banner']}>
          {t(state.attempt < longAttempt ? 'connection.lost' : 'connection.lostLong')}
        </div>
      )}
      {state.kind === 'connected' && trouble && (
        <div className={styles['notice']}>
          <FailureNotice failure={trouble} />
        </div>
      )}
    </div>
  )
}
