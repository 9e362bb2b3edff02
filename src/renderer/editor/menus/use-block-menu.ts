import type { LexicalEditor, NodeKey } from 'lexical'
import { useCallback, useEffect, useRef, useState } from 'react'
import { $caret } from '../block-selection.ts'
import { opensMenu, typedInMenu } from './block-menu-items.ts'

export type BlockMenuState = Readonly<{ block: NodeKey; typed: string }>

/** Follows whether the block menu is open: from "/" in an empty block until the slash is left or gone. */
export function useBlockMenu(editor: LexicalEditor) {
  const [open, setOpen] = useState<BlockMenuState | null>(null)
  const held = useRef<BlockMenuState | null>(null)
  const show = useCallback((next: BlockMenuState | null) => {
    const shown = held.current
    if (next === shown || (next && shown && next.block === shown.block && next.typed === shown.typed)) return
    held.current = next
    setOpen(next)
  }, [])
  useEffect(() => {
    const stop = editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      const caret = editorState.read($caret)
      if (!caret) return show(null)
      if (held.current?.block === caret.block) {
        const typed = typedInMenu(caret.text)
        return show(typed === null ? null : { block: caret.block, typed })
      }
      if (dirtyLeaves.size === 0 || tags.size > 0 || caret.text !== '/') return show(null)
      const before = prevEditorState.read($caret)
      const opens = before?.block === caret.block && opensMenu(before.text, caret.text)
      show(opens ? { block: caret.block, typed: '' } : null)
    })
    const close = editor.registerRootListener((root, last) => {
      const leave = () => show(null)
      last?.removeEventListener('blur', leave)
      root?.addEventListener('blur', leave)
    })
    return () => {
      stop()
      close()
    }
  }, [editor, show])
  return [open, useCallback(() => show(null), [show])] as const
}
