import { useEffect, useRef } from 'react'
import { createWatchedValue } from '../../client/stores.ts'
import { chordOf } from './chords.ts'
import { commandFor, commands } from './commands.ts'

/** True while new keys are being chosen: no command may answer to them. */
export const recordingKeys = createWatchedValue(false)

/** Behind an open dialog only the general commands answer. */
function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** Listens for the whole window and runs the command of a chord. Never while an input method is composing. */
export function useKeyDispatch(own: Readonly<Record<string, string>>): void {
  const latest = useRef(own)
  useEffect(() => {
    latest.current = own
  })
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (recordingKeys.get() || event.isComposing || event.getModifierState('AltGraph')) return
      const chord = chordOf(event)
      const command = chord && commandFor(chord, commands.get(), latest.current)
      // Saving the page as a file is never what is meant: everything is saved already.
      if (chord === 'Ctrl+S' && !command) event.preventDefault()
      if (!command || (command.group !== 'general' && dialogIsOpen())) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) command.run()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}
