import type * as Y from 'yjs'

/**
 * Takes `length` UTF-16 units away at `at`. Never by `Y.Text.delete`: it starts from a remembered place without
 * knowing what is bold there, and where a bold word loses its last letter it takes away the end of the bold as
 * well, so that all that follows becomes bold (yjs 13.6.33). A delta is walked from the start.
 */
export function removeText(text: Y.Text, at: number, length: number): void {
  text.applyDelta([...(at > 0 ? [{ retain: at }] : []), { delete: length }])
}
