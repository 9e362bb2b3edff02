import '@mantine/core/styles.css'
import '#renderer/theme.css'
import '#renderer/editor/article.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { ArticleEditor } from '#renderer/editor/ArticleEditor.tsx'
import { bindEditor } from '#renderer/editor/binding/binding.ts'
import { articleNodes } from '#renderer/editor/binding/block-node.ts'
import { startTexts } from '#renderer/i18n/i18n.ts'
import { BareEditor } from './BareEditor.tsx'
import { watchKeys } from './key-times.ts'
import { longArticle, longTexts } from './long-article.ts'

/** What the benches ask of this page. */
export type EditorsPage = Readonly<{
  /** Shows one editor with the long article, to type in. */
  show(which: 'ours' | 'bare'): void
  /** Milliseconds to open the long article from the document's bytes, or from Lexical's own JSON. */
  open(which: 'ours' | 'bare'): number
  /** From the last keystroke to the frame that shows it, once that is painted. */
  painted(): Promise<number>
}>

declare global {
  interface Window {
    editors?: EditorsPage
  }
}

const queries = new QueryClient()
const update = articleUpdate(longArticle())
const noBlock = () => undefined

await startTexts()
const json = lexicalJson()
const painted = watchKeys()
window.editors = {
  show: (which) => void mount(which === 'ours' ? ours() : <BareEditor editorState={fillBare} />),
  open(which) {
    const started = performance.now()
    const { box, leave } = mount(
      which === 'ours' ? ours() : <BareEditor nodes={articleNodes} editorState={json} />,
    )
    const text = box.querySelector('[contenteditable="true"]')
    // Laid out is part of it: before that nobody can click into the text.
    const height = text?.getBoundingClientRect().height ?? 0
    const time = performance.now() - started
    if (text?.childElementCount !== longTexts().length || height === 0)
      throw new Error(`${which} shows no article`)
    leave()
    return time
  },
  painted,
}

function ours(): ReactNode {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return (
    <ArticleEditor doc={doc} language="vi" locked={false} label="Bài" onCaretBlock={noBlock} ref={null} />
  )
}

function mount(editor: ReactNode) {
  const box = document.createElement('div')
  box.className = 'wd-page-scroll'
  document.body.append(box)
  const root = createRoot(box)
  flushSync(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <MantineProvider>{editor}</MantineProvider>
      </QueryClientProvider>,
    ),
  )
  const leave = () => {
    root.unmount()
    box.remove()
  }
  return { box, leave }
}

function fillBare(): void {
  const paragraphs = longTexts().map((text) => $createParagraphNode().append($createTextNode(text)))
  $getRoot()
    .clear()
    .append(...paragraphs)
}

/** The long article as Lexical would store it, with the same nodes. */
function lexicalJson(): string {
  const editor = createEditor({ nodes: articleNodes })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const binding = bindEditor(editor, doc, { origin: {} })
  const text = JSON.stringify(editor.getEditorState())
  binding.destroy()
  return text
}
