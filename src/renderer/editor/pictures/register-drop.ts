import { COMMAND_PRIORITY_HIGH, DROP_COMMAND, type LexicalEditor } from 'lexical'
import { giveFiles } from '#renderer/ui/file-drop.ts'
import { blockBoxes, gapAt } from '../block-places.ts'
import { isArticleFile } from './clip-files.ts'
import type { PictureTarget } from './picture-target.ts'

/** Pictures and clips dropped on the page go into the gap they were dropped at; other files are imported as everywhere. */
export function registerDrop(
  editor: LexicalEditor,
  add: (files: readonly File[], target: PictureTarget) => void,
): () => void {
  return editor.registerCommand(
    DROP_COMMAND,
    (event) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return false
      event.preventDefault()
      const pictures = files.filter(isArticleFile)
      const others = files.filter((file) => !isArticleFile(file))
      if (pictures.length > 0)
        add(pictures, { kind: 'before', key: gapAt(blockBoxes(editor), event.clientY).before })
      if (others.length > 0) giveFiles(others)
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
}
