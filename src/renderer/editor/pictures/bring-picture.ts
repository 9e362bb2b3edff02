import { $getNodeByKey, $getState, type LexicalEditor, type NodeKey } from 'lexical'
import type { AssetView } from '#contract/imports.ts'
import { client } from '#renderer/client/client.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import type { EditorBinding } from '../binding/binding.ts'
import { $isBlock } from '../binding/block-node.ts'
import { idState } from '../binding/block-states.ts'
import { keepClip } from './bring-clip.ts'
import { isClipFile } from './clip-files.ts'
import { $placePicture, type Brought, type PictureTarget } from './picture-target.ts'

export type PictureState = Readonly<{ kind: 'sending'; fraction: number }> | Readonly<{ kind: 'keeping' }>

export type Bringing = Readonly<{
  editor: LexicalEditor
  writeWords: EditorBinding['writeAttribute']
  onState: (state: PictureState) => void
}>

/** Keeps a picture or a clip as an original and puts it into the article. Answers its node, if it found a place. */
export async function bringPicture(
  { editor, writeWords, onState }: Bringing,
  file: File,
  target: PictureTarget,
): Promise<NodeKey | undefined> {
  if (isClipFile(file)) {
    const asset = await keepClip(file, onState)
    return place(editor, target, { kind: 'clip', asset, caption: '' })
  }
  const onProgress = (fraction: number) => onState({ kind: 'sending', fraction })
  const { grant } = await uploadFile(file, { onProgress })
  onState({ kind: 'keeping' })
  const kept = await client.assets.add({ grant })
  const said = await wordsOf(kept)
  const key = place(editor, target, { kind: 'figure', asset: kept.asset, caption: said.caption })
  const block = key === undefined ? undefined : editor.getEditorState().read(() => $idOf(key ?? ''))
  if (block !== undefined && said.credit !== '' && target.kind !== 'replace')
    writeWords(block, 'credit', said.credit)
  return key
}

function place(editor: LexicalEditor, target: PictureTarget, brought: Brought): NodeKey | undefined {
  let key: NodeKey | undefined
  editor.update(
    () => {
      key = $placePicture(target, brought)?.getKey()
    },
    { discrete: true },
  )
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' })
  return key
}

/** What a picture says of itself; judged like any other words that come in, and left out when held (SEC1). */
async function wordsOf(kept: AssetView): Promise<Readonly<{ caption: string; credit: string }>> {
  const said = { caption: kept.caption.normalize('NFC'), credit: kept.credit.normalize('NFC') }
  const texts = Object.values(said).filter((text) => text !== '')
  if (texts.length === 0) return said
  const hits = await client.secrets.judge({ texts })
  return hits.length === 0 ? said : { caption: '', credit: '' }
}

function $idOf(key: NodeKey): string | undefined {
  const node = $getNodeByKey(key)
  return $isBlock(node) ? $getState(node, idState) : undefined
}
