import { $findMatchingParent, $getSelection, $getState, $isRangeSelection, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { $isBlock } from './binding/block-node.ts'
import { idState } from './binding/block-states.ts'

type CaretBlock = Readonly<{ id: string; key: string }>

function $caretBlock(): CaretBlock | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const block = $findMatchingParent(selection.anchor.getNode(), $isBlock)
  return block ? { id: $getState(block, idState), key: block.getKey() } : null
}

/**
 * Tells in which block the caret is (SEC1 judges a block when the caret leaves it) and marks its element, so
 * that only the block in hand shows a hint when it is empty.
 */
export function useCaretBlock(editor: LexicalEditor, onCaretBlock: (block: string | null) => void): void {
  useEffect(() => {
    let last: string | null = null
    let marked: HTMLElement | null = null
    const tell = (block: string | null) => {
      if (block === last) return
      last = block
      onCaretBlock(block)
    }
    const show = () => {
      const caret = editor.getEditorState().read($caretBlock)
      const element = caret ? editor.getElementByKey(caret.key) : null
      if (element !== marked) {
        if (marked) delete marked.dataset['caret']
        if (element) element.dataset['caret'] = ''
        marked = element
      }
      tell(caret?.id ?? null)
    }
    const leave = () => tell(null)
    const stop = editor.registerUpdateListener(show)
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('blur', leave)
      root?.addEventListener('blur', leave)
      root?.addEventListener('focus', show)
    })
    return () => {
      stop()
      stopRoot()
      tell(null)
    }
  }, [editor, onCaretBlock])
}
