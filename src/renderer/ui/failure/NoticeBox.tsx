import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './NoticeBox.module.css'

type Props = Readonly<{ what: string; todo: string; id?: string | undefined; children?: ReactNode }>

/** What happened, and what to do about it. */
export function NoticeBox({ what, todo, id, children }: Props) {
  return (
    <div className={styles['notice']} role="alert" id={id}>
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <p className={styles['what']}>{what}</p>
        <p className={styles['todo']}>{todo}</p>
        {children}
      </div>
    </div>
  )
}
