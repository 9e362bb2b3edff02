import type { InitialConfigType } from '@lexical/react/LexicalComposer'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'

type Props = Readonly<Pick<InitialConfigType, 'nodes' | 'editorState'>>

function raise(error: Error): void {
  throw error
}

/** Lexical as its own pages show it, in our page's width and type. */
export function BareEditor(config: Props) {
  return (
    <LexicalComposer initialConfig={{ namespace: 'bare', onError: raise, ...config }}>
      <div className="ed-page" lang="vi">
        <RichTextPlugin
          contentEditable={<ContentEditable className="ed-text" spellCheck={false} />}
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
    </LexicalComposer>
  )
}
