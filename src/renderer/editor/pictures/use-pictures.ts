import type { LexicalEditor } from 'lexical'
import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '#contract/failures.ts'
import { failureOf } from '#renderer/client/failures.ts'
import type { EditorBinding } from '../binding/binding.ts'
import { bringPicture, type PictureState } from './bring-picture.ts'
import { choosePictures } from './choose-pictures.ts'
import { isArticleFile } from './clip-files.ts'
import type { PictureTarget } from './picture-target.ts'
import { registerDrop } from './register-drop.ts'

/** A picture on its way into the article. A failure without a code: the workspace does not answer. */
export type Addition = Readonly<{
  id: string
  name: string
  state: PictureState | Readonly<{ kind: 'failed'; failure: Failure | null }>
}>
export type AddPictures = (files: readonly File[], target: PictureTarget) => void

type Options = Readonly<{
  editor: LexicalEditor
  writeWords: EditorBinding['writeAttribute']
  locked: boolean
}>

/** Brings pictures and clips in: dropped, pasted or chosen; each is kept on disk before the text refers to it. */
export function usePictures({ editor, writeWords, locked }: Options) {
  const [additions, setAdditions] = useState<readonly Addition[]>([])
  const dismiss = useCallback(
    (id: string) => setAdditions((held) => held.filter((each) => each.id !== id)),
    [],
  )
  const bring = useCallback(
    async (file: File, target: PictureTarget): Promise<PictureTarget> => {
      const id = crypto.randomUUID()
      const show = (state: Addition['state']) =>
        setAdditions((held) => [...held.filter((each) => each.id !== id), { id, name: file.name, state }])
      try {
        show({ kind: 'sending', fraction: 0 })
        const key = await bringPicture({ editor, writeWords, onState: show }, file, target)
        dismiss(id)
        return key === undefined || target.kind === 'before' ? target : { kind: 'behind', key }
      } catch (error) {
        show({ kind: 'failed', failure: failureOf(error) ?? null })
        return target
      }
    },
    [editor, writeWords, dismiss],
  )
  const add = useCallback<AddPictures>(
    async (files, target) => {
      // One after the other: their order in the article is the order in which they came.
      let next = target
      for (const file of files.filter(isArticleFile)) next = await bring(file, next)
    },
    [bring],
  )
  const choose = useCallback(
    (target: PictureTarget, kind: 'figure' | 'clip' = 'figure') =>
      choosePictures(kind, (files) => add(files, target)),
    [add],
  )
  useEffect(() => (locked ? undefined : registerDrop(editor, add)), [editor, add, locked])
  return { additions, add, choose, dismiss }
}
