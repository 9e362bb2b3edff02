import * as Y from 'yjs'
import { bodyText, isHead } from '#documents/roots.ts'
import type { KeptCaret } from './caret.ts'

/** Undo and redo of one person's edits in one open document, whatever they touched in it. */
export type UndoStack = Readonly<{
  undo(): KeptCaret | undefined
  redo(): KeptCaret | undefined
  canUndo(): boolean
  canRedo(): boolean
  /** The next edit is a step of its own. */
  endStep(): void
  /** Where the caret was before the edit that comes. */
  rememberCaret(caret: KeptCaret | undefined): void
  onChange(listener: () => void): () => void
  destroy(): void
}>

export function createUndoStack(doc: Y.Doc, origin: object): UndoStack {
  let keepsMarkers = false
  let caret: KeptCaret | undefined
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([origin]),
    captureTimeout: 500,
    deleteFilter: (item) => !(keepsMarkers && item.content instanceof Y.ContentEmbed),
  })
  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set('caret', caret))

  function pop(stack: readonly StackItem[], take: () => StackItem | null): KeptCaret | undefined {
    keepsMarkers = isOccupied(doc, stack.at(-1))
    const item = take()
    keepsMarkers = false
    return item?.meta.get('caret')
  }

  return {
    undo: () => pop(manager.undoStack, () => manager.undo()),
    redo: () => pop(manager.redoStack, () => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    endStep: () => manager.stopCapturing(),
    rememberCaret: (kept) => {
      caret = kept
    },
    onChange: (listener) => listenTo(manager, listener),
    destroy: () => manager.destroy(),
  }
}

type StackItem = Y.UndoManager['undoStack'][number]

function listenTo(manager: Y.UndoManager, listener: () => void): () => void {
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
  for (const event of events) manager.on(event, listener)
  return () => {
    for (const event of events) manager.off(event, listener)
  }
}

/**
 * Whether somebody else has typed into a block that undoing would take away. Its marker must stay then, or
 * the words would stand in the block before it; the markers of one step stay or go together.
 */
function isOccupied(doc: Y.Doc, step: StackItem | undefined): boolean {
  if (!step) return false
  let occupied = false
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      if (struct instanceof Y.Item && isNewBlock(doc, struct)) occupied ||= holdsOthers(struct, step)
    })
  })
  return occupied
}

/** A marker that was put in with its block; one that only split a text may go, its text goes back. */
function isNewBlock(doc: Y.Doc, item: Y.Item): boolean {
  if (item.parent !== bodyText(doc) || item.deleted || !(item.content instanceof Y.ContentEmbed)) return false
  return isHead(item.content.embed) && item.content.embed.s === undefined
}

function holdsOthers(head: Y.Item, step: StackItem): boolean {
  for (let item = head.right; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (item.content instanceof Y.ContentEmbed) return false
    if (!Y.isDeleted(step.insertions, item.id)) return true
  }
  return false
}
