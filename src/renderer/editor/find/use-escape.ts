import { COMMAND_PRIORITY_CRITICAL, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical'
import { useEffect, useRef } from 'react'

/** Esc pressed in the text; an input method keeps its own. */
export function useEscape(editor: LexicalEditor, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (event.isComposing) return false
          event.preventDefault()
          close.current()
          return true
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  )
}
