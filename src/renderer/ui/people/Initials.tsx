import styles from './Initials.module.css'

/** A person's mark: the first letter of the given name, which Vietnamese writes last. */
export function Initials({ name }: Readonly<{ name: string }>) {
  const given = name.trim().split(/\s+/).at(-1) ?? ''
  return (
    <span className={styles['mark']} aria-hidden>
      {[...given][0]?.toLocaleUpperCase() ?? '?'}
    </span>
  )
}
