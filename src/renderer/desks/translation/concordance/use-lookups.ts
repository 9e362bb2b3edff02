import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import type { TargetHandle } from '../target/TargetEditor.tsx'
import { selectedInRow } from './selected-words.ts'

/** A dialog over the row in hand, and the words it begins with. */
export type Lookup =
  | Readonly<{ kind: 'concordance'; words: string; isTarget: boolean }>
  | Readonly<{ kind: 'addTerm'; source: string; target: string }>

export type Lookups = Readonly<{
  open: Lookup | null
  lookUp(): void
  /** Back to the target, where the caret was. */
  close(): void
}>

/** Looking words up and keeping new terms, from what is selected in the row in hand. */
export function useLookups(active: string | null, editor: RefObject<TargetHandle | null>): Lookups {
  const { t } = useTranslation('translation')
  const [open, setOpen] = useState<Lookup | null>(null)
  const selections = useSelections(active)
  function lookUp() {
    if (editor.current?.isComposing()) return
    const { words, side } = selectedInRow()
    setOpen({ kind: 'concordance', words, isTarget: side === 'target' })
  }
  function addTerm() {
    if (!editor.current?.isComposing()) setOpen({ kind: 'addTerm', ...selections.current })
  }
  function close() {
    setOpen(null)
    // the dialog gives the focus up first
    requestAnimationFrame(() => editor.current?.focus())
  }
  const group = 'translation' as const
  useCommands([
    { id: 'concordance', title: t('concordance.open'), group, keys: 'Ctrl+Shift+F', run: lookUp },
    // Pinyin input methods keep Ctrl+Shift+F for themselves.
    {
      id: 'concordanceToo',
      title: t('concordance.openToo'),
      group,
      keys: 'F3',
      inPalette: false,
      run: lookUp,
    },
    { id: 'addTerm', title: t('terms:add.open'), group, keys: 'Alt+T', run: addTerm },
  ])
  return { open, lookUp, close }
}

/** What was last selected on each side of the row in hand. */
function useSelections(active: string | null) {
  const held = useRef({ source: '', target: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row begins with nothing selected
  useEffect(() => {
    held.current = { source: '', target: '' }
    function note() {
      const { words, side } = selectedInRow()
      if (side !== null) held.current = { ...held.current, [side]: words }
    }
    document.addEventListener('selectionchange', note)
    return () => document.removeEventListener('selectionchange', note)
  }, [active])
  return held
}
