import { IconInbox, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type Props = Readonly<{ title: string; hint: string; icon?: TablerIcon; children?: ReactNode }>

/** Nothing is here: says so, and what to do about it. */
export function EmptyState({ title, hint, icon: Icon = IconInbox, children }: Props) {
  return (
    <div className={styles['empty']}>
      <Icon size={40} stroke={1.2} aria-hidden />
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['hint']}>{hint}</p>
      {children && <div className={styles['actions']}>{children}</div>}
    </div>
  )
}
