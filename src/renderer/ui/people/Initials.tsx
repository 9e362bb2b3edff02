import styles from './Initials.module.css'
import { initialsOf } from './initials-of.ts'

/** A person's mark: the first letters of the family name and of the given name, which Vietnamese writes last. */
export function Initials({ name }: Readonly<{ name: string }>) {
  const letters = initialsOf(name)
  // Drawn, not written: it is no part of what the person is called.
  return <span className={styles['mark']} data-letter={letters} aria-hidden />
}
