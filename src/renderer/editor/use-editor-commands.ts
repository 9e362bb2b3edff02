import { FORMAT_TEXT_COMMAND, type LexicalEditor, type TextFormatType } from 'lexical'
import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { $moveBlocks } from './block-moves.ts'
import { hearSelection } from './selection-now.ts'

type Asked = Readonly<{
  /** Runs an edit as a step of undo of its own. */
  change: ($change: () => void) => void
  onLink: () => void
  onFind: () => void
}>

/** The editor's keys in the registry: each keeps its everyday meaning and can be given another chord. */
export function useEditorCommands(editor: LexicalEditor, { change, onLink, onFind }: Asked): void {
  const { t } = useTranslation('editor')
  const inText = () => {
    hearSelection(editor)
    return editor.getRootElement()?.contains(document.activeElement) === true
  }
  const format = (name: TextFormatType) => () => {
    if (inText()) editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)
  }
  const move = (direction: 'up' | 'down') => () => {
    if (inText()) change(() => void $moveBlocks(direction))
  }
  useCommands([
    {
      id: 'bold',
      title: t('command.bold'),
      group: 'writing',
      keys: 'Ctrl+B',
      inPalette: false,
      run: format('bold'),
    },
    {
      id: 'italic',
      title: t('command.italic'),
      group: 'writing',
      keys: 'Ctrl+I',
      inPalette: false,
      run: format('italic'),
    },
    {
      id: 'underline',
      title: t('command.underline'),
      group: 'writing',
      keys: 'Ctrl+U',
      inPalette: false,
      run: format('underline'),
    },
    {
      id: 'link',
      title: t('command.link'),
      group: 'writing',
      keys: 'Ctrl+K',
      inPalette: false,
      run: () => inText() && onLink(),
    },
    { id: 'find', title: t('command.find'), group: 'writing', keys: 'Ctrl+F', run: onFind },
    {
      id: 'moveBlockUp',
      title: t('command.moveBlockUp'),
      group: 'writing',
      keys: 'Alt+Shift+ArrowUp',
      inPalette: false,
      run: move('up'),
    },
    {
      id: 'moveBlockDown',
      title: t('command.moveBlockDown'),
      group: 'writing',
      keys: 'Alt+Shift+ArrowDown',
      inPalette: false,
      run: move('down'),
    },
  ])
}
