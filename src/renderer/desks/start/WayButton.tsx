import type { TablerIcon } from '@tabler/icons-react'
import styles from './Welcome.module.css'

type Props = Readonly<{
  icon: TablerIcon
  name: string
  hint: string
  disabled?: boolean
  onClick(): void
}>

/** One of a few ways to go on, with what it means. */
export function WayButton({ icon: Icon, name, hint, disabled = false, onClick }: Props) {
  return (
    <button type="button" className={styles['way']} onClick={onClick} disabled={disabled}>
      <Icon size={26} stroke={1.6} aria-hidden />
      <span>
        <span className={styles['name']}>{name}</span>
        <span className={styles['hint']}>{hint}</span>
      </span>
    </button>
  )
}
