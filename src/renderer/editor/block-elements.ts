import { $getRoot, $getState, type LexicalEditor } from 'lexical'
import { $isBlock, type BlockNode } from './binding/block-node.ts'
import { idState } from './binding/block-states.ts'

/** A block by its id in the document. */
export function $blockById(id: string): BlockNode | undefined {
  return $getRoot()
    .getChildren()
    .filter($isBlock)
    .find((block) => $getState(block, idState) === id)
}

/** Puts the caret at the start of a block and brings it into view. */
export function jumpToBlock(editor: LexicalEditor, id: string): void {
  editor.update(() => $blockById(id)?.selectStart(), {
    onUpdate: () => {
      editor.focus()
      const key = editor.getEditorState().read(() => $blockById(id)?.getKey())
      if (key) editor.getElementByKey(key)?.scrollIntoView({ block: 'center' })
    },
  })
}
