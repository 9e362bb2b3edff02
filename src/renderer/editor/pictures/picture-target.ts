import { $getNodeByKey, $getRoot, $getState, $setState, type NodeKey } from 'lexical'
import { $createBlock, $isBlock, type BlockNode } from '../binding/block-node.ts'
import { assetState, kindState } from '../binding/block-states.ts'
import { $writeRuns } from '../binding/inline-nodes.ts'
import { $blockById } from '../block-elements.ts'
import { $selectedBlocks } from '../block-selection.ts'

/** Where a picture goes. */
export type PictureTarget =
  | Readonly<{ kind: 'caret' }>
  | Readonly<{ kind: 'behind'; key: NodeKey }>
  | Readonly<{ kind: 'before'; key: NodeKey | null }>
  /** A figure that is there gets this picture; its words stay. */
  | Readonly<{ kind: 'replace'; block: string }>

/** A kept picture or clip. */
export type Brought = Readonly<{ kind: 'figure' | 'clip'; asset: string; caption: string }>

/** Puts a kept picture where it belongs and answers its block. What was there before is only pushed on. */
export function $placePicture(
  target: PictureTarget,
  { kind, asset, caption }: Brought,
): BlockNode | undefined {
  if (target.kind === 'replace') {
    const figure = $blockById(target.block)
    if (figure) {
      $setState(figure, assetState, asset)
      $setState(figure, kindState, kind)
    }
    return figure
  }
  const figure = $createBlock(kind)
  $setState(figure, assetState, asset)
  if (caption !== '') $writeRuns(figure, [{ text: caption, marks: {} }])
  if (target.kind === 'before') {
    const next = target.key === null ? null : $getNodeByKey(target.key)
    if (next) next.insertBefore(figure)
    else $getRoot().append(figure)
    return figure
  }
  const held = target.kind === 'behind' ? $getNodeByKey(target.key) : $selectedBlocks().at(-1)
  const here = $isBlock(held) ? held : $getRoot().getLastChild()
  if ($isBlock(here) && here.isEmpty() && $getState(here, kindState) === 'paragraph') here.replace(figure)
  else if (here) here.insertAfter(figure)
  else $getRoot().append(figure)
  if (!figure.getNextSibling()) figure.insertAfter($createBlock())
  return figure
}
