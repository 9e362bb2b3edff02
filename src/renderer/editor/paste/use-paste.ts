import { COMMAND_PRIORITY_HIGH, type LexicalEditor, PASTE_COMMAND } from 'lexical'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportedPicture, ImportWarning } from '#domain/imported-text.ts'
import { client } from '#renderer/client/client.ts'
import { passageType } from '../binding/clipboard.ts'
import { parsePassage } from '../binding/clipboard-passage.ts'
import type { Passage } from '../binding/insert-passage.ts'
import { $selectedBlocks } from '../block-selection.ts'
import type { AddPictures } from '../pictures/use-pictures.ts'
import { passageOf } from './passage.ts'
import { type Clipboard, readClipboard, textsOf } from './pasted-content.ts'

type StampFound = Readonly<{ stamp: 'topSecret' | 'secret' | 'confidential'; excerpt: string }>
export type PasteNoticeState =
  | Readonly<{ kind: 'stamps'; hits: readonly StampFound[] }>
  | Readonly<{ kind: 'warnings'; warnings: readonly ImportWarning[] }>
  /** It could not be judged, so nothing was put in (SEC1). */
  | Readonly<{ kind: 'unjudged' }>

type Options = Readonly<{
  editor: LexicalEditor
  addPictures: AddPictures
  /** Puts a passage in with all that stands beside its text; answers the ids of its blocks. */
  insert: (passage: Passage) => readonly string[]
}>

/** Takes over pasting: read, judge for stamps before anything holds it (SEC1), and only then put in. */
export function usePaste({ editor, addPictures, insert }: Options) {
  const [notice, setNotice] = useState<PasteNoticeState | null>(null)
  const plainNext = useRef(false)
  /** Whether words from outside may be put in; when not, the notice says why. */
  const allows = useCallback(async (texts: readonly string[]): Promise<boolean> => {
    try {
      const hits = await client.secrets.judge({ texts: [...texts] })
      setNotice(hits.length > 0 ? { kind: 'stamps', hits } : null)
      return hits.length === 0
    } catch {
      setNotice({ kind: 'unjudged' })
      return false
    }
  }, [])
  const paste = useCallback(
    async (clipboard: Clipboard, plain: boolean) => {
      const passage = plain ? undefined : parsePassage(clipboard.own)
      const content = passage ? { kind: 'passage' as const, passage } : readClipboard(clipboard, plain)
      setNotice(null)
      if (content.kind === 'nothing') return
      if (content.kind === 'pictures') return addPictures(content.files, { kind: 'caret' })
      const blocks = content.kind === 'passage' ? content.passage.blocks : content.blocks
      if (!(await allows(textsOf(blocks)))) return
      if (content.kind === 'passage') return void insert(content.passage)
      const intoEmpty = editor.read(() => $selectedBlocks()[0]?.isEmpty() ?? true)
      const ids = insert(passageOf(content.blocks, intoEmpty))
      content.blocks.forEach((block, at) => {
        const id = ids[at] ?? ''
        const picture = content.pictures.find((each) => each.name === block.picture)
        if (picture && id !== '') addPictures([fileOf(picture)], { kind: 'replace', block: id })
      })
      if (content.warnings.length > 0) setNotice({ kind: 'warnings', warnings: content.warnings })
    },
    [editor, addPictures, insert, allows],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      plainNext.current = event.code === 'KeyV' && event.shiftKey && (event.ctrlKey || event.metaKey)
    }
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('keydown', press, true)
      root?.addEventListener('keydown', press, true)
    })
    const stop = editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null
        if (!data || !editor.isEditable()) return false
        event.preventDefault()
        void paste(clipboardOf(data), plainNext.current)
        plainNext.current = false
        return true
      },
      COMMAND_PRIORITY_HIGH,
    )
    return () => {
      stop()
      stopRoot()
    }
  }, [editor, paste])
  return { notice, allows, close: useCallback(() => setNotice(null), []) }
}

function clipboardOf(data: DataTransfer): Clipboard {
  return {
    own: data.getData(passageType),
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    files: [...data.files],
  }
}

function fileOf(picture: ImportedPicture): File {
  return new File([new Uint8Array(picture.bytes)], picture.name, { type: picture.mediaType })
}
