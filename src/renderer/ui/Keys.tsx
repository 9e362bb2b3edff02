import styles from './Keys.module.css'
import type { Chord } from './keymap/chords.ts'

/** A chord, as it stands on buttons and in lists. */
export function Keys({ chord }: Readonly<{ chord: Chord }>) {
  return <kbd className={styles['keys']}>{chord}</kbd>
}
