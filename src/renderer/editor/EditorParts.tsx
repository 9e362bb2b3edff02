import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $setState, type NodeKey } from 'lexical'
import { type Ref, useImperativeHandle, useState } from 'react'
import type * as Y from 'yjs'
import { BlockHandle } from './BlockHandle.tsx'
import { kindState } from './binding/block-states.ts'
import { $blockById, jumpToBlock } from './block-elements.ts'
import { $setKinds } from './block-moves.ts'
import { $findBlock, $selectInBlock } from './block-selection.ts'
import type { EditorHandle } from './editor-handle.ts'
import { Figures } from './figure/Figures.tsx'
import { FindBar } from './find/FindBar.tsx'
import { BlockMenu } from './menus/BlockMenu.tsx'
import type { MenuKind } from './menus/block-menu-items.ts'
import { LinkPopover, type LinkTarget } from './menus/LinkPopover.tsx'
import { $setLink, linkTarget } from './menus/links.ts'
import { SelectionToolbar } from './menus/SelectionToolbar.tsx'
import { PasteNotice } from './paste/PasteNotice.tsx'
import { usePaste } from './paste/use-paste.ts'
import { PictureProgress } from './pictures/PictureProgress.tsx'
import { usePictures } from './pictures/use-pictures.ts'
import { useCaretBlock } from './use-caret-block.ts'
import { useEditorCommands } from './use-editor-commands.ts'
import { useEditorSetup } from './use-editor-setup.ts'

type Props = Readonly<{
  doc: Y.Doc
  locked: boolean
  onCaretBlock: (block: string | null) => void
  ref: Ref<EditorHandle>
}>

/** Everything around the text: keys, menus, figures, paste, find. */
export function EditorParts({ doc, locked, onCaretBlock, ref }: Props) {
  const [editor] = useLexicalComposerContext()
  const [link, setLinkTarget] = useState<LinkTarget | null>(null)
  const [finding, setFinding] = useState<string | null>(null)
  const { edit, endStep, insert, writeWords } = useEditorSetup(editor, doc)
  const pictures = usePictures({ editor, writeWords, locked })
  const paste = usePaste({ editor, addPictures: pictures.add, insert })
  const askLink = () => setLinkTarget(linkTarget(editor))
  useCaretBlock(editor, onCaretBlock)
  useEditorCommands(editor, {
    change,
    onLink: askLink,
    onFind: () => setFinding(window.getSelection()?.toString().split('\n')[0] ?? ''),
  })
  useImperativeHandle(ref, () => ({ edit, jumpTo: (block) => jumpToBlock(editor, block) }), [editor, edit])

  /** What is chosen is a step of undo of its own, never one with what was typed just before. */
  function change($change: () => void) {
    endStep()
    editor.update($change, { discrete: true })
    endStep()
  }
  function pickKind(key: NodeKey, kind: MenuKind) {
    change(() => {
      const block = $findBlock(key)
      if (!block) return
      block.clear()
      $selectInBlock(key, 0, 0)
      if (kind !== 'figure' && kind !== 'clip') $setState(block, kindState, kind)
    })
    if (kind === 'figure' || kind === 'clip') pictures.choose({ kind: 'behind', key }, kind)
  }
  return (
    <>
      <Figures
        editor={editor}
        doc={doc}
        locked={locked}
        writeWords={writeWords}
        allows={paste.allows}
        onReplace={(block, kind) => pictures.choose({ kind: 'replace', block }, kind)}
        onRemove={(block) => change(() => $blockById(block)?.remove())}
      />
      {!locked && (
        <>
          <BlockMenu editor={editor} onPick={pickKind} />
          <SelectionToolbar
            editor={editor}
            onLink={askLink}
            onKind={(kind) => change(() => $setKinds(kind))}
          />
          <BlockHandle editor={editor} />
          <PictureProgress additions={pictures.additions} onDismiss={pictures.dismiss} />
          <PasteNotice notice={paste.notice} onClose={paste.close} />
        </>
      )}
      {link && !locked && (
        <LinkPopover
          editor={editor}
          target={link}
          onSet={(address) => {
            setLinkTarget(null)
            change(() => $setLink(link, address))
            editor.focus()
          }}
          onClose={() => {
            setLinkTarget(null)
            editor.focus()
          }}
        />
      )}
      {finding !== null && (
        <FindBar
          editor={editor}
          first={finding}
          locked={locked}
          endStep={endStep}
          onClose={() => {
            setFinding(null)
            editor.focus()
          }}
        />
      )}
    </>
  )
}
