import type { ReactNode } from 'react'
import styles from './Entries.module.css'

type Props = Readonly<{ look?: 'good' | 'warn' | 'bad' | 'draft' | undefined; children: ReactNode }>

/** A word on where an entry stands. */
export function Mark({ look, children }: Props) {
  return (
    <span className={styles['mark']} data-look={look}>
      {children}
    </span>
  )
}
