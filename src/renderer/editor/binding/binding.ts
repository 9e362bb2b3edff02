import {
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_CRITICAL,
  COMPOSITION_END_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type UpdateListenerPayload,
} from 'lexical'
import { uuidv7 } from 'uuidv7'
import type * as Y from 'yjs'
import { writeAttributeText } from '#documents/attribute-texts.ts'
import { type AttributeTextName, blockValues, bodyText, markerFlags } from '#documents/roots.ts'
import { writeBlockText, writeBody } from '#documents/write-body.ts'
import { $isShown, $showsBody, mirrorOf } from './agreement.ts'
import { $isBlock, BlockNode } from './block-node.ts'
import { $blockPoint } from './block-offset.ts'
import { idState } from './block-states.ts'
import { $putCaret, type KeptCaret, keepCaret } from './caret.ts'
import { createHeldBlock } from './held-block.ts'
import { $insertPassage, type Passage } from './insert-passage.ts'
import { emptyMirror, type Mirror } from './mirror.ts'
import { $showBody } from './show-body.ts'
import { $takeEdits, type Taken } from './take-edits.ts'
import { createUndoStack } from './undo.ts'

export type EditorBinding = Readonly<{
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  /** What comes next is a step of undo of its own. */
  endStep(): void
  /** Told when something more, or nothing more, can be undone or redone. */
  onUndoChange(listener: () => void): () => void
  /**
   * Puts a passage in the place of the selection (at the end when nothing is selected), alternative texts and
   * credits included, as one step. Answers under which id each of its blocks is found now.
   */
  insert(passage: Passage): readonly string[]
  /** Writes a block's alternative text or credit; `caret` is where it stands in the input. */
  writeAttribute(block: string, name: AttributeTextName, value: string, caret?: number): void
  /** Whether the editor shows exactly what the document holds. */
  agrees(): boolean
  /** Ends; answers what a binding of the same editor to the document's next copy goes on from. */
  destroy(): Former
}>

/** What an editor showed of a copy of its document that was replaced as a whole (a purge). */
export type Former = Readonly<{
  mirror: Mirror
  behind: Behind
  missed: ReadonlySet<NodeKey>
  caret: KeptCaret | undefined
}>

/**
 * What the editor still has to show: nothing, the text of the block being composed, or all of the document,
 * because that block would have to move or go. In the last case the mirror is out of date and nothing can be
 * written until the composition ends.
 */
type Behind = 'nothing' | 'text' | 'everything'

/**
 * Ties an editor to an article's document: what a person changes is written at once, as the smallest edit;
 * what others change is shown at once, except in the block in which an input method is at work. `origin`
 * marks the person's edits: exactly those can be undone, whoever made them (the editor, an input for a
 * picture's credit, a metadata field). `former` is what the editor shows already, of a copy that this one takes
 * the place of: caret, composition and what was typed at the last moment stay.
 */
export function bindEditor(
  editor: LexicalEditor,
  doc: Y.Doc,
  { origin, former }: Readonly<{ origin: object; former?: Former | undefined }>,
): EditorBinding {
  let mirror: Mirror = former?.mirror ?? emptyMirror
  let behind: Behind = former?.behind ?? 'nothing'
  let caret: KeptCaret | undefined
  let isWriting = false
  /** Nodes that changed while nothing could be written. */
  const missed = new Set<NodeKey>(former?.missed)
  const undo = createUndoStack(doc, origin)
  const held = createHeldBlock()

  /** `byOthers`: the block the caret is in may have been deleted under the hands of the one who writes there. */
  function show(kept: KeptCaret | undefined, byOthers = false): void {
    editor.update(
      () => {
        const composing = $composingBlock(editor)
        const read = held.read(doc)
        const body = kept && byOthers ? held.keep(doc, read, kept) : read
        const shown = $showBody(body, mirror, composing)
        mirror = shown ?? mirror
        if (shown) $touch(missed)
        behind = shown ? (isHeldBack(mirror, composing) ? 'text' : 'nothing') : 'everything'
        if (kept && composing === undefined) $putCaret(doc, mirror, kept)
      },
      { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
    )
  }

  function write(change: () => void): void {
    const isPart = isWriting
    isWriting = true
    try {
      doc.transact(change, origin)
    } finally {
      isWriting = isPart
    }
  }

  function takeText({ place, content, shown }: Extract<Taken, { kind: 'text' }>, offset?: number): void {
    write(() => {
      const body = writeBlockText(doc, mirror.body, place, content.runs, offset)
      mirror = { ...mirror, body, shown: mirror.shown.with(place, shown) }
    })
    if (content.runs !== shown) behind = 'text'
  }

  function takeBlocks(taken: Extract<Taken, { kind: 'blocks' }>, offset?: number): void {
    undo.endStep()
    write(() => writeBody(doc, mirror.body, taken.next, offset))
    undo.endStep()
    mirror = mirrorOf(held.read(doc), taken)
    if (!editor.getEditorState().read(() => $isShown(mirror))) behind = 'text'
  }

  function onUpdate(update: UpdateListenerPayload): void {
    if (behind === 'everything') for (const key of update.dirtyElements.keys()) missed.add(key)
    else if (update.dirtyElements.size > 0) takeEdits(update)
    catchUp()
    if (behind === 'nothing' && held.release(editor.getEditorState(), mirror)) show(caretNow())
  }

  function takeEdits({ editorState, prevEditorState, dirtyElements }: UpdateListenerPayload): void {
    undo.rememberCaret(keepCaret(prevEditorState, doc, mirror))
    const [taken, offset] = editorState.read(
      () => [$takeEdits(dirtyElements, mirror), $caretOffset()] as const,
    )
    if (taken.kind === 'text') takeText(taken, offset)
    else if (taken.kind === 'blocks') takeBlocks(taken, offset)
  }

  function catchUp(): void {
    if (behind === 'nothing' || editor.isComposing()) return
    // While the mirror is out of date nothing can tell where the caret is but its node, which stays.
    show(behind === 'everything' ? undefined : caretNow())
  }

  function caretNow(): KeptCaret | undefined {
    return keepCaret(editor.getEditorState(), doc, mirror)
  }

  function afterComposition(): boolean {
    queueMicrotask(catchUp)
    return false
  }

  function beforeTransaction(): void {
    if (!isWriting) caret = behind === 'everything' ? undefined : caretNow()
  }

  function afterTransaction(transaction: Y.Transaction): void {
    const types = [bodyText(doc), blockValues(doc), markerFlags(doc)]
    if (!isWriting && types.some((type) => transaction.changed.has(type as never)))
      show(caret, !transaction.local)
  }

  function insert(passage: Passage): readonly string[] {
    let ids: readonly string[] = []
    const $insert = () => {
      if (!$getSelection()) $getRoot().selectEnd()
      ids = $insertPassage(passage)
    }
    undo.endStep()
    write(() => {
      editor.update($insert, { discrete: true, tag: PASTE_TAG })
      for (const [index, id] of ids.entries()) {
        const { alt, credit } = passage.blocks[index] ?? {}
        if (alt) writeAttribute(id, 'alt', alt)
        if (credit) writeAttribute(id, 'credit', credit)
      }
    })
    undo.endStep()
    return ids
  }

  function writeAttribute(block: string, name: AttributeTextName, value: string, offset?: number): void {
    doc.transact(() => writeAttributeText(doc, block, name, value, offset), origin)
  }

  /** `take` is told where the caret is now: that is where the opposite step will put it again. */
  function stepBack(take: (now: KeptCaret | undefined) => KeptCaret | undefined): void {
    const kept = take(caretNow())
    if (kept) editor.update(() => $putCaret(doc, mirror, kept), { discrete: true })
  }

  // Whatever else the editor held before belongs to no document.
  if (!former) editor.update(() => $getRoot().clear(), { discrete: true })
  // A transform has all nodes looked at once that are there when it is registered: now there are none.
  const unregisterIds = editor.registerNodeTransform(BlockNode, $giveId)
  show(former?.caret, true)
  doc.on('beforeTransaction', beforeTransaction)
  doc.on('afterTransaction', afterTransaction)
  const unregister = mergeRegister(
    unregisterIds,
    editor.registerUpdateListener(onUpdate),
    // The last event of a composition may change nothing and then no update follows it.
    editor.registerCommand(COMPOSITION_END_COMMAND, afterComposition, COMMAND_PRIORITY_CRITICAL),
  )

  return {
    undo: () => stepBack(undo.undo),
    redo: () => stepBack(undo.redo),
    canUndo: undo.canUndo,
    canRedo: undo.canRedo,
    endStep: undo.endStep,
    onUndoChange: undo.onChange,
    insert,
    writeAttribute,
    agrees: () => editor.getEditorState().read(() => $showsBody(held.read(doc))),
    destroy() {
      const kept = behind === 'everything' ? undefined : caretNow()
      unregister()
      undo.destroy()
      doc.off('beforeTransaction', beforeTransaction)
      doc.off('afterTransaction', afterTransaction)
      return { mirror, behind, missed, caret: kept }
    },
  }
}

/** Has nodes looked at again after this update, though it does not change them. */
function $touch(keys: Set<NodeKey>): void {
  for (const key of keys) $getNodeByKey(key)?.markDirty()
  keys.clear()
}

/** The block in which an input method is at work. */
function $composingBlock(editor: LexicalEditor): NodeKey | undefined {
  const node = editor._compositionKey === null ? null : $getNodeByKey(editor._compositionKey)
  return (node && $findMatchingParent(node, $isBlock)?.getKey()) ?? undefined
}

function isHeldBack(mirror: Mirror, composing: NodeKey | undefined): boolean {
  const place = composing === undefined ? undefined : mirror.index.get(composing)
  return place !== undefined && mirror.shown[place] !== mirror.body.blocks[place]?.runs
}

function $giveId(block: BlockNode): void {
  if ($getState(block, idState) === '') $setState(block, idState, uuidv7())
}

function $caretOffset(): number | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  return $blockPoint(selection.anchor)?.offset
}
