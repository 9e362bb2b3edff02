import * as Y from 'yjs'
import type { TrackStore } from './track-store.ts'

/** One person's edits of one track, and the way back from them: it never touches another track. */
export type TrackHand = Readonly<{
  store: TrackStore
  /** One edit, one step back. */
  edit(change: (doc: Y.Doc) => void): void
  /** Typing: what follows quickly is one step. */
  type(change: (doc: Y.Doc) => void): void
  undo(): boolean
  redo(): boolean
  close(): void
}>

export function createTrackHand(store: TrackStore): TrackHand {
  const origin = {}
  const { doc } = store
  const manager = new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 600 })
  const change = (work: (doc: Y.Doc) => void) => doc.transact(() => work(doc), origin)
  return {
    store,
    edit(work) {
      manager.stopCapturing()
      change(work)
      manager.stopCapturing()
    },
    type: change,
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    close() {
      // What may never come back must not stay in hand (SEC1).
      manager.clear()
      manager.destroy()
      store.close()
    },
  }
}
