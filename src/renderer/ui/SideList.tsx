import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SideList.module.css'

type ListProps = Readonly<{ title: string; head?: ReactNode; children: ReactNode }>

/** The column of a desk that says what there is to choose from; `head` stands below its title. */
export function SideList({ title, head, children }: ListProps) {
  return (
    <div className={styles['list']}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {head}
      </div>
      {children}
    </div>
  )
}

export function SideRows({ children }: Readonly<{ children: ReactNode }>) {
  return <ul className={styles['rows']}>{children}</ul>
}

type RowProps = Readonly<{ title: string; chosen: boolean; onChoose(): void; children: ReactNode }>

/** One article to choose; its children are lines of facts. */
export function SideRow({ title, chosen, onChoose, children }: RowProps) {
  const { t } = useTranslation('common')
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles['title']}>{title || t('untitled')}</span>
        {children}
      </button>
    </li>
  )
}

export function SideFacts({ children }: Readonly<{ children: ReactNode }>) {
  return <span className={styles['facts']}>{children}</span>
}
