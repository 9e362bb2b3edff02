import styles from './Initials.module.css'

/** A person's mark: the first letter of the given name, which Vietnamese writes last. */
export function Initials({ name }: Readonly<{ name: string }>) {
  const given = name.trim().split(/\s+/).at(-1) ?? ''
  const [letter = '?'] = given.toLocaleUpperCase()
  // Drawn, not written: it is no part of what the person is called.
  return <span className={styles['mark']} data-letter={letter} aria-hidden />
}
