import * as Y from 'yjs'
import type { KeptCaret } from './caret.ts'

/** Undo and redo of one person's edits in one open document, whatever they touched in it. */
export type UndoStack = Readonly<{
  /** Both take where the caret is and answer where it should be. */
  undo(now: KeptCaret | undefined): KeptCaret | undefined
  redo(now: KeptCaret | undefined): KeptCaret | undefined
  canUndo(): boolean
  canRedo(): boolean
  /** The next edit is a step of its own. */
  endStep(): void
  /** Where the caret was before the edit that comes. */
  rememberCaret(caret: KeptCaret | undefined): void
  onChange(listener: () => void): () => void
  destroy(): void
}>

type StackItem = Readonly<{ meta: Map<unknown, KeptCaret | undefined> }>

export function createUndoStack(doc: Y.Doc, origin: object): UndoStack {
  let caret: KeptCaret | undefined
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([origin]),
    captureTimeout: 500,
    // Others may be typing behind a marker at this moment: it stays, without its flag that says it is here.
    deleteFilter: (item) => !(item.content instanceof Y.ContentEmbed),
  })
  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set('caret', caret))

  function take(step: () => StackItem | null, now: KeptCaret | undefined): KeptCaret | undefined {
    caret = now
    return step()?.meta.get('caret')
  }

  return {
    undo: (now) => take(() => manager.undo(), now),
    redo: (now) => take(() => manager.redo(), now),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    endStep: () => manager.stopCapturing(),
    rememberCaret: (kept) => {
      caret = kept
    },
    onChange: (listener) => listenTo(manager, listener),
    destroy() {
      // What may never come back must not stay in hand (SEC1).
      manager.clear()
      manager.destroy()
    },
  }
}

function listenTo(manager: Y.UndoManager, listener: () => void): () => void {
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
  for (const event of events) manager.on(event, listener)
  return () => {
    for (const event of events) manager.off(event, listener)
  }
}
