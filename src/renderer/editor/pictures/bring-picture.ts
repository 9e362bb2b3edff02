import { $getNodeByKey, $getState, type LexicalEditor, type NodeKey } from 'lexical'
import type { AssetView } from '#contract/imports.ts'
import { client } from '#renderer/client/client.ts'
import { uploadFile } from '#renderer/client/upload.ts'
import type { EditorBinding } from '../binding/binding.ts'
import { $isBlock } from '../binding/block-node.ts'
import { idState } from '../binding/block-states.ts'
import { $placePicture, type PictureTarget } from './picture-target.ts'

export type PictureState = Readonly<{ kind: 'sending'; fraction: number }> | Readonly<{ kind: 'keeping' }>

export type Bringing = Readonly<{
  editor: LexicalEditor
  writeWords: EditorBinding['writeAttribute']
  onState: (state: PictureState) => void
}>

/** Keeps a file as an original and puts it into the article. Answers the figure's node, if it found a place. */
export async function bringPicture(
  { editor, writeWords, onState }: Bringing,
  file: File,
  target: PictureTarget,
): Promise<NodeKey | undefined> {
  const onProgress = (fraction: number) => onState({ kind: 'sending', fraction })
  const { grant } = await uploadFile(file, { onProgress })
  onState({ kind: 'keeping' })
  const kept = await client.assets.add({ grant })
  const said = await wordsOf(kept)
  let key: NodeKey | undefined
  editor.update(
    () => {
      key = $placePicture(target, kept.asset, said.caption)?.getKey()
    },
    { discrete: true },
  )
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' })
  const block = key === undefined ? undefined : editor.getEditorState().read(() => $idOf(key ?? ''))
  if (block !== undefined && said.credit !== '' && target.kind !== 'replace')
    writeWords(block, 'credit', said.credit)
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
