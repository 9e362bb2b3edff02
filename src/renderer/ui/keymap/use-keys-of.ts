import { usePreferences } from '../preferences.ts'
import { useStore } from '../store.ts'
import type { Chord } from './chords.ts'
import { commands, keysOf } from './commands.ts'

/** The keys a command has now, for its button; null when it has none. */
export function useKeysOf(id: string): Chord | null {
  const [{ keys }] = usePreferences()
  const command = useStore(commands).findLast((known) => known.id === id)
  return command ? keysOf(command, keys) : null
}
