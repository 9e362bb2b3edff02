import { LinkNode } from '@lexical/link'
import {
  $create,
  $getState,
  $setState,
  type EditorConfig,
  type ElementDOMSlot,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  type LexicalNodeReplacement,
  ParagraphNode,
  type RangeSelection,
} from 'lexical'
import type { BlockKind } from '#domain/blocks.ts'
import { type BlockFace, createBlockElement, describe, needsNewElement, textElement } from './block-dom.ts'
import { assetState, deletedState, idState, indentState, kindState } from './block-states.ts'
import { drawPicture } from './pictures.ts'

/**
 * Any block of an article. It extends ParagraphNode because Lexical makes paragraphs on its own account, and
 * only a subclass may take their place.
 */
export class BlockNode extends ParagraphNode {
  override $config() {
    return this.config('block', {
      extends: ParagraphNode,
      stateConfigs: [kindState, idState, indentState, assetState, deletedState],
    })
  }

  override createDOM(_config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const face = faceOf(this)
    const element = createBlockElement(face)
    if (editor) drawPicture(editor, element, face)
    return element
  }

  override updateDOM(before: BlockNode, element: HTMLElement, _config: EditorConfig): boolean {
    const face = faceOf(this)
    const old = faceOf(before)
    if (needsNewElement(old, face)) return true
    if (isOtherwise(old, face)) describe(element, face)
    // Lexical passes no editor here; only one made anew is drawn.
    return old.asset !== face.asset
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(textElement(element))
  }

  /** What Enter puts behind a block. Its text goes there with it when Enter was pressed inside the text. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection: boolean): BlockNode {
    const { kind, indent } = faceOf(this.getLatest())
    const next = $createBlock(kindAfter[kind] ?? 'paragraph')
    if (kindAfter[kind] === kind) $setState(next, indentState, indent)
    this.insertAfter(next, restoreSelection)
    return next
  }
}

/** Lists go on; a title is followed by a lead; behind anything else comes a paragraph. */
const kindAfter: Partial<Record<BlockKind, BlockKind>> = { bullet: 'bullet', number: 'number', title: 'lead' }

function faceOf(block: BlockNode): BlockFace {
  return {
    id: $getState(block, idState, 'direct'),
    kind: $getState(block, kindState, 'direct'),
    indent: $getState(block, indentState, 'direct'),
    asset: $getState(block, assetState, 'direct'),
    deleted: $getState(block, deletedState, 'direct'),
  }
}

function isOtherwise(old: BlockFace, face: BlockFace): boolean {
  return (
    old.kind !== face.kind || old.id !== face.id || old.indent !== face.indent || old.deleted !== face.deleted
  )
}

export function $createBlock(kind: BlockKind = 'paragraph', id = ''): BlockNode {
  const block = $create(BlockNode)
  if (kind !== 'paragraph') $setState(block, kindState, kind)
  if (id !== '') $setState(block, idState, id)
  return block
}

/** The id under which the document shows a block. */
export function blockIdOf(block: BlockNode): string {
  return $getState(block, idState)
}

export function $isBlock(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode
}

/** The nodes an article's editor must know. */
export const articleNodes: readonly (Klass<LexicalNode> | LexicalNodeReplacement)[] = [
  LinkNode,
  BlockNode,
  { replace: ParagraphNode, with: () => $createBlock(), withKlass: BlockNode },
]
