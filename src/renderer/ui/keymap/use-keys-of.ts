import { useSyncExternalStore } from 'react'
import { usePreferences } from '../preferences.ts'
import type { Chord } from './chords.ts'
import { commands, keysOf } from './commands.ts'

/** The keys a command has now, for its button; null when it has none. Drawn again only when they change. */
export function useKeysOf(id: string): Chord | null {
  const [{ keys }] = usePreferences()
  return useSyncExternalStore(commands.subscribe, () => {
    const command = commands.get().findLast((known) => known.id === id)
    return command ? keysOf(command, keys) : null
  })
}
