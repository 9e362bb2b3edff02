import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { type Ref, useEffect, useMemo } from 'react'
import type * as Y from 'yjs'
import { articleNodes } from './binding/block-node.ts'
import { EditorParts } from './EditorParts.tsx'
import type { EditorHandle } from './editor-handle.ts'
import { usePlaceholders } from './use-placeholders.ts'
import './article.css'
import './figure/figure.css'
import './menus/menus.css'
import './find/find.css'
import './block-handle.css'
import './notices.css'

type Props = Readonly<{
  doc: Y.Doc
  /** Language of the text (BCP 47): fonts and hyphens follow it. */
  language: string
  locked: boolean
  label: string
  /** Told which block the caret is in, by its id in the document; null when it left the text. */
  onCaretBlock: (block: string | null) => void
  ref: Ref<EditorHandle>
}>

const theme = {
  text: { bold: 'ed-bold', italic: 'ed-italic', underline: 'ed-underline' },
  link: 'ed-a',
}

/** An article as one flowing page: title, lead and body are blocks of one text. */
export function ArticleEditor({ doc, language, locked, label, onCaretBlock, ref }: Props) {
  const placeholders = usePlaceholders()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `Editable` follows the lock after the start
  const config = useMemo(
    () => ({
      namespace: 'tramtin',
      nodes: articleNodes,
      editorState: null,
      editable: !locked,
      theme,
      // Lexical has taken the update back; throwing on would end the page with what is not saved yet.
      onError: (error: Error) => reportError(error),
    }),
    [],
  )
  return (
    <LexicalComposer initialConfig={config}>
      <Editable locked={locked} />
      <div className="ed-page" lang={language} ref={placeholders}>
        <ContentEditable
          className="ed-text"
          ariaLabel={label}
          ariaMultiline
          spellCheck={false}
          data-locked={locked || undefined}
          data-takes-files={locked ? undefined : ''}
        />
        <EditorParts ref={ref} doc={doc} locked={locked} onCaretBlock={onCaretBlock} />
      </div>
    </LexicalComposer>
  )
}

function Editable({ locked }: Readonly<{ locked: boolean }>) {
  const [editor] = useLexicalComposerContext()
  useEffect(() => editor.setEditable(!locked), [editor, locked])
  return null
}
